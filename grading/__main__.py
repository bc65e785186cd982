"""`python -m grading VERB`: what an instructor does, one verb each."""

import argparse
import statistics
import sys
from contextlib import ExitStack
from pathlib import Path

from grading.paths import COURSE, ROOT, Problem, lab_names


def main(arguments=None):
    """Run one verb; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m grading", description=__doc__)
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
    verb.set_defaults(run=_release)

    verb = verbs.add_parser("handout", help="zip what students may see")
    verb.add_argument("path", nargs="?", type=Path, default=ROOT / "dist" / "convolution.zip")
    verb.set_defaults(run=_handout)

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
        "scores", parents=[common], help="print the points of all who handed in a lab"
    )
    verb.add_argument("lab", metavar="LAB", choices=lab_names())
    verb.set_defaults(run=_scores)

    verb = verbs.add_parser("feedback", parents=[common], help="write the page of each student")
    verb.add_argument("lab", metavar="LAB")
    verb.add_argument("--student", action="append", help="only this one (may be repeated)")
    verb.set_defaults(run=_feedback)

    verb = verbs.add_parser("report", parents=[common], help="write the class report, and its CSV")
    verb.add_argument("lab", metavar="LAB")
    verb.add_argument("--hide-names", action="store_true", help="for showing in class")
    verb.set_defaults(run=_report)

    verb = verbs.add_parser("bank", help="try the labs' tests on wrong and right solutions")
    verb.add_argument("labs", nargs="*", metavar="LAB", help="which labs (default: all)")
    verb.set_defaults(run=_bank)

    verb = verbs.add_parser("mutants", help="try the labs' tests on mutants of their solutions")
    verb.add_argument("labs", nargs="*", metavar="LAB", help="which labs (default: 1 to 6)")
    verb.set_defaults(run=_mutants)

    verb = verbs.add_parser("fingerprints", help="note how the bank's mistakes behave")
    verb.set_defaults(run=_fingerprints)

    verb = verbs.add_parser("demo", help="make a class, grade it and show the result")
    verb.add_argument("labs", nargs="*", metavar="LAB", help="which labs (default: all)")
    verb.set_defaults(run=_demo)

    options = parser.parse_args(arguments)
    try:
        return options.run(options) or 0
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. What was finished is kept.", file=sys.stderr)
        return 130


def _release(options):
    from grading.authoring.release import release

    release(options.labs or lab_names(), db=options.db)


def _handout(options):
    from grading.authoring.handout import handout

    options.path.parent.mkdir(parents=True, exist_ok=True)
    names = handout(options.path)
    print(f"{options.path}: {len(names)} files, {options.path.stat().st_size / 1e6:.1f} MB")


def _count(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than one")
    return number


def _autograde(options):
    from grading.classroom.autograde import autograde
    from grading.classroom.cluster import cluster
    from grading.engine.sandbox import Unavailable
    from grading.paths import ClassError

    if (options.executor == "dask") != bool(options.scheduler):
        raise ClassError("--executor dask and --scheduler ADDRESS belong together.")
    executor, jobs = None, options.jobs
    with ExitStack() as stack:
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
    from grading.classroom.regrade import plain

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
    odd = sorted((result.student, result.remarks) for result in graded if result.remarks)
    if odd:
        print(f"Odd about {len(odd)} of them:")
    for student, remarks in odd:
        for remark in remarks:
            print(f"  {student}: {plain(remark)}")


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


def _scores(options):
    from grading.records.points import scores

    for score in scores(options.lab, db=options.db):
        by_hand = f"  ({score.written:g} to grade by hand)" if score.written else ""
        print(f"{score.student:20} {score.points:g}/{score.out_of:g}{by_hand}")


def _feedback(options):
    from grading.pages.feedback import feedback

    pages = feedback(options.lab, students=options.student, db=options.db)
    print(f"{len(pages)} pages: {COURSE}/feedback/<student>/{options.lab}/{options.lab}.html")


def _report(options):
    from grading.pages.report import report

    for path in report(options.lab, hide_names=options.hide_names, db=options.db):
        print(path)


def _bank(options):
    from grading.quality.bank_check import print_exercises, try_bank

    return print_exercises(try_bank(options.labs or lab_names(), show=True))


def _mutants(options):
    from grading.quality.mutants import LABS, print_scores, try_mutants

    return print_scores(try_mutants(options.labs or LABS, show=True))


def _fingerprints(options):
    from grading.quality.fingerprints import write_fingerprints

    for name, groups in write_fingerprints():
        alike = [" = ".join(group["slips"]) for group in groups if len(group["slips"]) > 1]
        note = f" ({'; '.join(alike)} behave alike)" if alike else ""
        print(f"{name}: {sum(len(group['slips']) for group in groups)} mistakes told apart{note}")


def _demo(options):
    from grading.demo import demo

    demo(labs=options.labs)


if __name__ == "__main__":
    sys.exit(main())
