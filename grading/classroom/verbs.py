"""The verbs of this room: grade a class, and check a grade."""

import sys
from contextlib import ExitStack, closing

from grading.paths import ClassError
from grading.records.verbs import tell_of_roster
from grading.verb import DB, LAB, STUDENT, STUDENTS, TRUST, argument, count, seed, verb
from grading.wording import counted


@verb(
    "grade a class on all processors",
    DB,
    TRUST,
    LAB,
    STUDENTS,
    argument(
        "--jobs", type=count, help="submissions graded at a time (default: one per processor)"
    ),
    argument("--seed", type=seed, help="seed of the tests' random data (default: a fresh one)"),
    argument("--force", action="store_true", help="grade unchanged submissions again"),
    argument(
        "--executor", choices=["processes", "dask"], default="processes", help="where to grade"
    ),
    argument("--scheduler", metavar="ADDRESS", help="Dask's address: tcp://10.0.0.5:8786"),
)
def autograde(options):
    from grading.classroom.processes import Graders
    from grading.labfile import out_of_bounds

    if (options.executor == "dask") != bool(options.scheduler):
        raise ClassError("--executor dask and --scheduler ADDRESS belong together.")
    executor, jobs = None, options.jobs
    with ExitStack() as stack:
        if not options.scheduler:  # workers start while the rest is imported
            executor = stack.enter_context(closing(Graders()))
            executor.prepare(out_of_bounds(options.lab), options.trust_submissions)
        from grading.classroom.autograde import autograde
        from grading.classroom.cluster import cluster

        if options.scheduler:
            executor, threads = stack.enter_context(cluster(options.scheduler))
            jobs = jobs or threads
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
    _print_what_was_done(options.lab, done)
    tell_of_roster()


def _print_what_was_done(lab, done):
    from statistics import median
    from textwrap import shorten

    from grading.engine.recognise import listed
    from grading.terminal import printable
    from grading.wording import change

    graded = done.graded
    print(
        f"{lab}: {len(graded)} graded in {done.seconds:.1f} s, {done.skipped} unchanged and kept."
    )
    if not graded and not done.skipped:
        print(f"There are no submissions. They belong in submitted/<student>/{lab}/{lab}.ipynb")
    if graded:
        given = sorted(result.points for result in graded)
        print(
            f"Points of the tests: {given[0]:g} to {given[-1]:g} of {done.out_of:g}, "
            f"median {median(given):g}."
        )
    for student, points in sorted(done.changed.items()):
        print(f"  {student}: {change(*points)}")
    for student, points in sorted(done.settled.items()):
        print(f"  {student}: {change(*points)}, by the class's policy")
    for folder in done.odd:
        print(f"  {printable(folder)}")
    for test, why in done.unfair.items():
        why = printable(shorten(why, 300))
        print(f"Nobody passes {printable(test)}, not even the lab's own solution: {why}")
    if done.unfair:
        print(f"Next: fix {lab}, release it, and run `python -m grading autograde {lab}`")
    odd = sorted((result.student, result.remarks) for result in graded if result.remarks)
    if odd:
        print(f"Remarks on {counted(len(odd), 'submission')}:")
    said = {}
    for student, remarks in odd:
        for remark in remarks:
            said.setdefault(remark, []).append(student)
    for remark, students in said.items():
        print(f"  {printable(listed(students))}: {printable(' '.join(remark.split()))}")


@verb("grade a submission again and explain its points", DB, TRUST, STUDENT, LAB)
def explain(options):
    from grading.classroom.regrade import explain, explained, same_points

    print(f"Grading {options.lab} of {options.student} again.", file=sys.stderr)
    noted, again, others = explain(
        options.lab, options.student, db=options.db, trusted=options.trust_submissions
    )
    print(explained(noted, again, others))
    return 0 if same_points(noted, again) else 1
