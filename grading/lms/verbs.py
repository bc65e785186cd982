"""The verbs of this room: exchange submissions and grades with the platforms."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from grading.paths import COURSE, HERE, PACKAGE, ROOT, ClassError
from grading.verb import DB, LAB, argument, count, verb
from grading.wording import counted, megabytes


@verb(
    "import submissions from Canvas, Moodle, Gradescope, GitHub, Blackboard or Brightspace",
    DB,
    argument("source", type=Path, metavar="SOURCE", help="the zip or folder"),
    argument("--lab", metavar="LAB", help="take only this lab"),
    argument(
        "--roster",
        type=Path,
        metavar="CSV",
        help="id, first_name, last_name, email, section, lms_id (default: the class's roster.csv)",
    ),
    argument(
        "--worksheet",
        type=Path,
        metavar="CSV",
        help="Moodle's grading worksheet: tells the members of a team, or who has which "
        "anonymous number",
    ),
    argument("--dry-run", action="store_true", help="only say what would be done"),
    description="Put a downloaded zip or folder into the class; its layout is recognised. The "
    "notebooks' cells tell the lab, the roster tells the student.",
)
def collect(options: argparse.Namespace) -> int:
    from grading.lms.collect import collect
    from grading.lms.collected import summary_lines

    made = collect(
        options.source,
        options.lab,
        options.roster,
        dry_run=options.dry_run,
        db=options.db,
        worksheet=options.worksheet,
    )
    say(summary_lines(made, options.dry_run))
    return 0 if made.taken else 1


@verb(
    "write grades and feedback in the format a platform imports",
    DB,
    LAB,
    argument(
        "--to",
        required=True,
        choices=["canvas", "moodle", "gradescope", "csv"],
        help="the platform",
    ),
    argument("--section", metavar="S", help="only students of this section"),
    argument("--title", help="the assignment's name there; in Canvas `Lab 1 (4711)`"),
    description="Write the grades of a lab to a file that the platform imports as it is, and a "
    "zip of feedback pages for it to pass on to students.",
)
def return_(options: argparse.Namespace) -> None:
    from grading.lms.send import send
    from grading.records.status import still_to_grade

    made = send(options.lab, options.to, options.section, db=options.db, title=options.title)
    lines = [f"{made.grades}: grades of {counted(made.students, 'student')}"]
    if made.pages:
        lines.append(f"{made.pages}: {counted(made.handed, 'page')}")
    left = *made.left, *still_to_grade(options.lab, db=options.db)
    say([*lines, *(f"  {sentence}" for sentence in left)])


@verb(
    "answer submissions as they arrive",
    DB,
    LAB,
    argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help="where submissions arrive (default: grading/inbox)",
    ),
    argument("--exchange", action="store_true", help="watch nbgrader's exchange"),
    argument("--attempts-per-day", type=count, metavar="N", help="answers per student"),
    description="Grade each submission that arrives in a folder, and write its page. Before the "
    "due date the page shows visible checks, points and names of ideas.",
)
def watch(options: argparse.Namespace) -> None:
    from grading.lms.watch import Watch, inbound

    if options.exchange and options.folder:
        raise ClassError("Give a FOLDER or --exchange, not both.")
    folder = options.folder or (inbound(db=options.db) if options.exchange else COURSE / "inbox")
    Watch(
        options.lab,
        folder,
        attempts_per_day=options.attempts_per_day,
        db=options.db,
        say=lambda line: say([line]),
    ).run()


@verb(
    "write the autograder to upload to Gradescope",
    DB,
    LAB,
    argument("path", nargs="?", type=Path, help="default: dist/LAB_gradescope.zip"),
    description="Write a zip with setup.sh and run_autograder. It holds the hidden tests: "
    "upload it as the assignment's autograder, and share it with nobody.",
)
def gradescope(options: argparse.Namespace) -> None:
    from grading.lms.gradescope_zip import gradescope_zip

    path = options.path or HERE / "dist" / f"{options.lab}_gradescope.zip"
    names = gradescope_zip(options.lab, path, db=options.db)
    size = megabytes(path.stat().st_size)
    say([f"{path}: {len(names)} files, {size}. It holds the hidden tests."])


@verb(
    "write the workflow that checks students' repositories on GitHub",
    argument("path", nargs="?", type=Path, help="default: dist/classroom.yml"),
    description="Write the workflow that runs the visible checks on every push and reports the "
    "points. Put it into .github/workflows/ of the template repository.",
)
def github(options: argparse.Namespace) -> None:
    from grading.whole import write_whole

    path = options.path or HERE / "dist" / "classroom.yml"
    kept = [folder / "classroom.yml" for folder in (PACKAGE / "lms", ROOT / "docs" / "platforms")]
    write_whole(path, next(file for file in kept if file.exists()).read_bytes())
    say([f"{path}: put it into .github/workflows/ of the template repository"])


@verb(
    "show which submissions share unusual code",
    LAB,
    argument(
        "--with",
        dest="earlier",
        action="append",
        type=Path,
        default=[],
        metavar="CLASS",
        help="an earlier class: its folder, or a platform's download (may be repeated)",
    ),
    description="Compare all submissions to a lab, and write a page of the pairs that share more "
    "code than independent correct solutions do.",
)
def similar(options: argparse.Namespace) -> None:
    from grading.lms.similar import similar
    from grading.lms.similar_page import page
    from grading.whole import write_whole

    found = similar(options.lab, earlier=options.earlier)
    path = COURSE / "similar" / f"{options.lab}.html"
    write_whole(path, page(found))
    count = len(found.pairs)
    shares = "pair shares" if count == 1 else "pairs share"
    lines = [f"{found.submissions} submissions compared, {count} {shares} code."]
    for pair in found.pairs[:20]:
        names = ", ".join(shared.name for shared in pair.shared)
        lines.append(f"  {' and '.join(pair.students)}: {pair.tokens} tokens in {names}")
    say([*lines, str(path)])


def say(lines: Iterable[str]) -> None:
    """Print lines with strangers' names in them, safe for the terminal."""
    from grading.terminal import printable

    code = sys.stdout.encoding or "utf-8"
    for line in lines:
        print(printable(line).encode(code, "backslashreplace").decode(code))
