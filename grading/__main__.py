"""`python -m grading VERB`: what an instructor does, one verb each."""

import argparse
import gc
import statistics
import sys
from contextlib import ExitStack, closing
from pathlib import Path

from grading import wording
from grading.paths import COURSE, HERE, ClassError, Problem, lab_names
from grading.records.files import writable

EXIT = """\
exit status:
  0    done
  1    it could not be done, and nothing was changed; the last lines say why and what to do
       (explain: graded again, a submission got other points)
  2    the command was not understood
  3    somebody else is at work on this lab
  130  interrupted; what was finished is kept
"""


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: that takes longer than all of --help."""

    def __call__(self, parser, *_):
        from importlib.metadata import version

        print("convolution-labs", version("convolution-labs"))
        parser.exit()


def main(arguments=None):
    """Run one verb; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m grading",
        description=__doc__,
        epilog=EXIT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--db", metavar="URL", help="the gradebook (default: $GRADEBOOK_URL, or the class's file)"
    )
    trust = argparse.ArgumentParser(add_help=False)
    trust.add_argument(
        "--trust-submissions",
        action="store_true",
        help="run students' code without the sandbox: for your own work only",
    )

    verb = verbs.add_parser(
        "release", parents=[common], help="make the students' notebooks from grading/labs"
    )
    verb.add_argument("labs", nargs="*", metavar="LAB", help="which labs (default: all)")
    verb.add_argument(
        "--yes", action="store_true", help="also where that makes grades stale (it says which)"
    )
    verb.add_argument(
        "--lib-from",
        metavar="URL",
        help="where a notebook that is opened alone may fetch `lib`: an https address, at which "
        "you put dist/lib.zip, which this writes (default: it fetches nothing)",
    )
    verb.set_defaults(run=_release)

    verb = verbs.add_parser(
        "handout",
        help="zip what students may see",
        description="Zip what students may see: notebooks, `lib` and what is to be installed.",
    )
    verb.add_argument(
        "what",
        nargs="*",
        metavar="LAB | PATH",
        help="which labs (default: all), and a .zip file or a folder to write to "
        "(default: dist/convolution.zip, or dist/<lab>.zip of a single lab)",
    )
    verb.set_defaults(run=_handout)

    from grading.lms.verbs import add_verbs

    add_verbs(verbs, common)

    verb = verbs.add_parser(
        "autograde", parents=[common, trust], help="grade a class on all processors"
    )
    verb.add_argument("lab", metavar="LAB")
    verb.add_argument("--student", action="append", help="only this one (may be repeated)")
    verb.add_argument(
        "--jobs", type=_count, help="submissions at the same time (default: processors)"
    )
    verb.add_argument("--seed", type=int, help="of the tests' random data (default: a fresh one)")
    verb.add_argument("--force", action="store_true", help="grade again what has not changed")
    verb.add_argument(
        "--executor", choices=["processes", "dask"], default="processes", help="what grades"
    )
    verb.add_argument("--scheduler", metavar="ADDRESS", help="of Dask: tcp://10.0.0.5:8786")
    verb.set_defaults(run=_autograde)

    verb = verbs.add_parser(
        "explain", parents=[common, trust], help="say why a submission got its points, and check it"
    )
    verb.add_argument("student", metavar="STUDENT")
    verb.add_argument("lab", metavar="LAB")
    verb.set_defaults(run=_explain)

    verb = verbs.add_parser(
        "status", parents=[common], help="how the class stands, and what to type next"
    )
    verb.add_argument("lab", nargs="?", metavar="LAB", help="which lab (default: a line for each)")
    verb.set_defaults(run=_status)

    verb = verbs.add_parser(
        "scores", parents=[common], help="print the points of all who handed in a lab"
    )
    verb.add_argument("lab", metavar="LAB")
    verb.set_defaults(run=_scores)

    verb = verbs.add_parser("feedback", parents=[common], help="write the page of each student")
    verb.add_argument("lab", metavar="LAB")
    verb.add_argument("--student", action="append", help="only this one (may be repeated)")
    verb.set_defaults(run=_feedback)

    verb = verbs.add_parser("report", parents=[common], help="write the class report, and its CSV")
    verb.add_argument("lab", metavar="LAB")
    verb.add_argument("--hide-names", action="store_true", help="for showing in class")
    verb.set_defaults(run=_report)

    verb = verbs.add_parser(
        "export", parents=[common], help="write the points of all labs, for your records"
    )
    verb.add_argument("path", nargs="?", type=Path, default=Path("grades.csv"))
    verb.set_defaults(run=_export)

    verb = verbs.add_parser(
        "forget", parents=[common], help="remove a student from the class, everywhere"
    )
    verb.add_argument("student", metavar="STUDENT")
    verb.set_defaults(run=_forget)

    verb = verbs.add_parser("backup", parents=[common], help="write the class into one file")
    verb.add_argument("path", nargs="?", type=Path, help="default: in grading/backups/")
    verb.set_defaults(run=_backup)

    verb = verbs.add_parser("restore", parents=[common], help="put the class back from a backup")
    verb.add_argument("path", type=Path)
    verb.set_defaults(run=_restore)

    verb = verbs.add_parser(
        "comment", parents=[common], help="write one sentence to all whose answers are wrong alike"
    )
    verb.add_argument("lab", metavar="LAB")
    verb.add_argument("group", metavar="GROUP", help="as the class report names it")
    verb.add_argument("text", metavar="TEXT")
    verb.set_defaults(run=_comment)

    verb = verbs.add_parser(
        "bank",
        parents=[common],
        help="try the labs' tests on wrong and right solutions",
        description="`bank [LAB ...]` tries the tests. `bank add LAB GROUP` makes an entry of a "
        "group of wrong answers (see the class report), `bank add LAB FILE.py` of one answer: it "
        "is shortened, the tests that it fails are found, one that is there already is refused. "
        "`bank --prices` writes docs/prices.md: what each slip costs, beside how much is right.",
    )
    verb.add_argument("labs", nargs="*", metavar="LAB", help="which labs (default: all)")
    verb.add_argument(
        "--seeds", type=_count, default=1, help="with so many random data for the tests"
    )
    verb.add_argument(
        "--idea", default="", help="with add: what its author believes (default: it asks)"
    )
    verb.add_argument(
        "--hint", default="", help="with add: the sentence that helps (default: it asks)"
    )
    verb.add_argument("--family", default="", help="with add: what it is about (default: it asks)")
    verb.add_argument(
        "--prices", action="store_true", help="try nothing: write what each slip costs"
    )
    verb.set_defaults(run=_bank)

    verb = verbs.add_parser("mutants", help="try the labs' tests on mutants of their solutions")
    verb.add_argument("labs", nargs="*", metavar="LAB", help="which labs (default: 1 to 6)")
    verb.set_defaults(run=_mutants)

    from grading.quality.verbs import add_audit, add_dataset

    add_audit(verbs, _count)
    add_dataset(verbs)

    verb = verbs.add_parser("fingerprints", help="note how the bank's mistakes behave")
    verb.set_defaults(run=_fingerprints)

    verb = verbs.add_parser("demo", help="make a class, grade it and show the result")
    verb.add_argument("labs", nargs="*", metavar="LAB", help="which labs (default: all)")
    verb.set_defaults(run=_demo)

    options = parser.parse_args(arguments)
    try:
        with writable(COURSE):
            if (COURSE / ".restore.ready").exists():  # it was killed half way
                from grading.records.backup import resume

                resume(COURSE, getattr(options, "db", None))
            return options.run(options) or 0
    except Problem as problem:
        print(problem, file=sys.stderr)
        return problem.status
    except KeyboardInterrupt:
        print("\nInterrupted. What was finished is kept.", file=sys.stderr)
        return 130


def _release(options):
    from grading.authoring.first_cell import address_of_lib, lib_zip
    from grading.authoring.release import release
    from grading.whole import whole

    address = address_of_lib(options.lib_from) if options.lib_from else None
    release(options.labs or lab_names(), db=options.db, yes=options.yes, address=address)
    if address:
        path = HERE / "dist" / "lib.zip"
        with writable(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
            with whole(path) as temporary:
                temporary.write_bytes(lib_zip())
        print(f"Next: put {path} at {address.url}")


def _handout(options):
    from grading.authoring.handout import handout, labs_and_path

    labs, path = labs_and_path(options.what)
    with writable(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        names = handout(path, labs)
    print(f"{path}: {len(names)} files, {wording.megabytes(path.stat().st_size)}")


def _count(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than one")
    return number


def _autograde(options):
    from grading.classroom.processes import Graders
    from grading.engine.sandbox import Unavailable
    from grading.labfile import out_of_bounds

    if (options.executor == "dask") != bool(options.scheduler):
        raise ClassError("--executor dask and --scheduler ADDRESS belong together.")
    executor, jobs = None, options.jobs
    with ExitStack() as stack:
        if not options.scheduler:  # the processes that grade start while the rest is imported
            executor = stack.enter_context(closing(Graders()))
            executor.prepare(out_of_bounds(options.lab), options.trust_submissions)
        from grading.classroom.autograde import autograde
        from grading.classroom.cluster import cluster

        if options.scheduler:
            executor, threads = stack.enter_context(cluster(options.scheduler))
            jobs = jobs or threads
        try:
            done = autograde(
                options.lab,
                students=options.student,
                jobs=jobs,
                seed=options.seed,
                force=options.force,
                trusted=options.trust_submissions,
                executor=executor,
                db=options.db,
            )
        except Unavailable as error:
            return _no_sandbox(error)
    _say_what_was_done(options.lab, done)


def _say_what_was_done(lab, done):
    from grading.terminal import printable

    graded = done["graded"]
    print(
        f"{lab}: {len(graded)} graded in {done['seconds']:.1f} s, "
        f"{done['skipped']} unchanged and kept."
    )
    if not graded and not done["skipped"]:
        print(f"There are no submissions. They belong in submitted/<student>/{lab}/{lab}.ipynb")
    if graded:
        given = sorted(result.points for result in graded)
        print(
            f"Points of the tests: {given[0]:g} to {given[-1]:g} of {graded[0].out_of:g}, "
            f"median {statistics.median(given):g}."
        )
    for student, (before, now) in sorted(done["changed"].items()):
        print(f"  {student}: {before:g} points before, {now:g} now")
    for student, (before, now) in sorted(done["settled"].items()):
        print(f"  {student}: {before:g} points before, {now:g} now, by the class's policy")
    for folder in done["odd"]:
        print(f"  {printable(folder)}")
    odd = sorted((result.student, result.remarks) for result in graded if result.remarks)
    if odd:
        print(f"Odd about {len(odd)} of them:")
    for student, remarks in odd:
        for remark in remarks:
            print(f"  {printable(student)}: {printable(' '.join(remark.split()))}")


def _no_sandbox(error):
    print(
        f"No sandbox, so nothing is graded: {error}.\n"
        "For your own work, and only for that: --trust-submissions.",
        file=sys.stderr,
    )
    return 1


def _explain(options):
    from grading.classroom.regrade import explain, explained, same_points
    from grading.engine.sandbox import Unavailable

    try:
        noted, again, others = explain(
            options.lab, options.student, db=options.db, trusted=options.trust_submissions
        )
    except Unavailable as error:
        return _no_sandbox(error)
    print(explained(noted, again, others))
    return 0 if same_points(noted, again) else 1


def _status(options):
    from grading.pages.status import HEAD, line, screen
    from grading.records.status import labs_of, status

    if options.lab:
        _known_lab(options)
        print(screen(status(options.lab, COURSE, options.db)))
        return
    found = [status(lab, COURSE, options.db) for lab in labs_of(COURSE, options.db)]
    print(HEAD)
    for each in found:
        print(line(each))
    if first := next((each for each in found if each.released and each.next_command), None):
        print(f"Next: {first.next_command}")


def _known_lab(options):
    """Say in a sentence that there is no such lab."""
    from grading.records.status import labs_of

    if options.lab not in (labs := labs_of(COURSE, options.db)):
        raise ClassError(f"There is no lab {options.lab!r}. There are: {', '.join(labs)}.")


def _scores(options):
    from grading.records.points import scores

    _known_lab(options)
    found = scores(options.lab, COURSE, options.db)
    if not found:
        raise ClassError(
            f"Nobody has a grade for {options.lab}. Grade first: "
            f"`python -m grading autograde {options.lab}`."
        )
    for score in found:
        by_hand = f"  ({score.written:g} to grade by hand)" if score.written else ""
        late = f"  ({score.penalty:g} taken off for being late)" if score.penalty else ""
        print(f"{score.student:20} {score.points:g}/{score.out_of:g}{by_hand}{late}")


def _export(options):
    from grading.records.export import export

    many = export(options.path, COURSE, options.db)
    print(f"{options.path}: {many} rows")


def _forget(options):
    from grading.records.forget import forget, left_for_a_person

    removed = forget(options.student, COURSE, options.db)
    for each in removed:
        print(f"removed {each}")
    for path in left_for_a_person(COURSE, options.student):
        print(f"{path} still names {options.student}: that file is yours to edit.")
    if not removed:
        raise ClassError(f"This class knows nothing of {options.student!r}.")


def _backup(options):
    from grading.records.backup import backup

    path = backup(COURSE, options.path, options.db)
    print(f"{path}: {wording.megabytes(path.stat().st_size)}")


def _restore(options):
    from grading.records.backup import restore

    many = restore(options.path, COURSE, options.db)
    print(f"{many} files are as in {options.path}. What was there before is in grading/backups/.")


def _feedback(options):
    from grading.pages.feedback import feedback

    _known_lab(options)
    pages = feedback(options.lab, students=options.student, db=options.db)
    print(f"{len(pages)} pages: {COURSE}/feedback/<student>/{options.lab}/{options.lab}.html")


def _report(options):
    from grading.pages.report import report

    _known_lab(options)
    for path in report(options.lab, hide_names=options.hide_names, db=options.db):
        print(path)


def _comment(options):
    from grading.pages.groups import comment

    _known_lab(options)
    group, told = comment(options.lab, options.group, options.text, db=options.db)
    before = len(group.students) - len(told)
    note = f" {before} had it already." if before else ""
    print(f"{len(told)} of {len(group.students)} have the comment now.{note}")
    if told:
        print(f"It stands on their pages after `python -m grading feedback {options.lab}`.")


def _bank(options):
    if options.labs[:1] == ["add"]:
        from grading.quality.verbs import bank_add

        return bank_add(options)
    if options.prices:
        from grading.quality.verbs import bank_prices

        return bank_prices(options)
    from grading.quality.bank_check import print_exercises, try_bank

    return print_exercises(try_bank(options.labs or lab_names(), show=True, seeds=options.seeds))


def _mutants(options):
    from grading.quality.mutants import LABS, print_scores, try_mutants

    return print_scores(try_mutants(options.labs or LABS, show=True))


def _fingerprints(options):
    from grading.quality.fingerprints import write_fingerprints

    for name, about in write_fingerprints():
        known = [mistake[0] for mistake in about["bank"]]
        alike = [" = ".join(slips) for slips in known if len(slips) > 1]
        note = f" ({'; '.join(alike)} behave alike)" if alike else ""
        by_rule = sum(map(len, about["rules"].values()))
        told = f"{sum(map(len, known))} mistakes of the bank, {by_rule} by rule"
        print(f"{name}: {told}{note}", flush=True)


def _demo(options):
    from grading.demo import demo

    demo(labs=options.labs)


if __name__ == "__main__":
    # Python looks for cycles among all that a command has loaded again and again, and at its end.
    gc.set_threshold(50_000)
    status = main()
    gc.freeze()
    sys.exit(status)
