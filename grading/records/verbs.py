"""The verbs of this room: print, export, forget, back up and restore what is known of a class."""

import argparse
from pathlib import Path

from grading.paths import COURSE, ClassError, unknown_lab
from grading.verb import DB, LAB, STUDENT, argument, verb
from grading.wording import counted


def check_lab(options: argparse.Namespace) -> None:
    """Raise a `ClassError` if there is no such lab."""
    from grading.records.status import labs_of

    if options.lab not in (labs := labs_of(COURSE, options.db)):
        raise unknown_lab(options.lab, labs)


def tell_of_roster() -> None:
    """Say that the roster cannot be read, where sections count."""
    from grading.records.policy import problem_with_roster
    from grading.terminal import printable

    if why := problem_with_roster(COURSE):
        print(printable(why))


@verb("print the points of every submission to a lab", DB, LAB)
def scores(options: argparse.Namespace) -> None:
    from grading.records.points import scores
    from grading.records.status import still_to_grade

    check_lab(options)
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
    tell_of_roster()
    for line in still_to_grade(options.lab, COURSE, options.db):
        print(line)


@verb(
    "write the points of all labs, for your records",
    DB,
    argument(
        "path",
        nargs="?",
        type=Path,
        default=Path("grades.csv"),
        help="default: grades.csv; its folder is made if there is none",
    ),
)
def export(options: argparse.Namespace) -> None:
    from grading.records.export import export
    from grading.records.status import labs_of, still_to_grade

    many = export(options.path, COURSE, options.db)
    print(f"{options.path}: {counted(many, 'row')}")
    tell_of_roster()
    for lab in labs_of(COURSE, options.db):
        for line in still_to_grade(lab, COURSE, options.db):
            print(line)


@verb("remove every record of a student from the class", DB, STUDENT)
def forget(options: argparse.Namespace) -> None:
    from grading.records.forget import forget, left_for_a_person

    removed = forget(options.student, COURSE, options.db)
    for each in removed:
        print(f"removed {each}")
    for path in left_for_a_person(COURSE, options.student):
        print(f"{path} still names {options.student}: edit that file yourself.")
    if not removed:
        raise ClassError(f"This class has no record of {options.student!r}.")


@verb(
    "write the class into one file",
    DB,
    argument("path", nargs="?", type=Path, help="default: in grading/backups/"),
)
def backup(options: argparse.Namespace) -> None:
    from grading.records.backup import backup
    from grading.wording import megabytes

    path = backup(COURSE, options.path, options.db)
    print(f"{path}: {megabytes(path.stat().st_size)}")


@verb("restore the class from a backup", DB, argument("path", type=Path))
def restore(options: argparse.Namespace) -> None:
    from grading.records.backup import restore

    many = restore(options.path, COURSE, options.db)
    print(f"{counted(many, 'file')} restored from {options.path}. Those before: {COURSE}/backups/.")
