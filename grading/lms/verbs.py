"""The verbs of this room, for `python -m grading`: collect."""

import sys
from pathlib import Path


def add_verbs(verbs, common):
    """Add the verbs that lead in from and out to the world."""
    verb = verbs.add_parser(
        "collect",
        parents=[common],
        help="take in what Canvas, Moodle, Gradescope or GitHub hand out",
        description="Put what was downloaded into the class: a zip, or a folder, recognised by "
        "itself. The notebooks' cells say which lab they are; the roster says whose.",
    )
    verb.add_argument("source", type=Path, metavar="SOURCE", help="the zip or folder")
    verb.add_argument("--lab", metavar="LAB", help="take only this lab")
    verb.add_argument(
        "--roster",
        type=Path,
        metavar="CSV",
        help="id, first_name, last_name, email, section, lms_id (default: the class's roster.csv)",
    )
    verb.add_argument("--dry-run", action="store_true", help="say what would be done")
    verb.set_defaults(run=_collect)


def _collect(options):
    from grading.lms.collect import collect, told

    made = collect(
        options.source, options.lab, options.roster, dry_run=options.dry_run, db=options.db
    )
    say(told(made, options.dry_run))


def say(lines):
    """Print strangers' names: nothing in them steers the terminal, or breaks it."""
    from grading.lms.text import printable

    code = sys.stdout.encoding or "utf-8"
    for line in lines:
        print(printable(line).encode(code, "backslashreplace").decode(code))
