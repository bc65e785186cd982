"""The verbs of this room, for `python -m grading`: how good tests are, anybody's."""

import sys
from pathlib import Path

from grading.paths import COURSE, ClassError


def add_audit(verbs, count):
    """Add the verb that audits a notebook; `count` reads a number from the command line."""
    verb = verbs.add_parser(
        "audit",
        help="how good are the tests of any course's notebook?",
        description="Try the tests of a notebook with solutions on wrong answers, right ones, "
        "empty ones and lies, and say what they let through, worst first. Nothing of the course is "
        "changed. The exit status is 1 where a hole was found. docs/audit.md says how to read it.",
    )
    verb.add_argument("notebook", metavar="NOTEBOOK", help="a file with solutions, or a lab here")
    verb.add_argument(
        "--format",
        choices=["nbgrader", "otter", "pairs"],
        default="nbgrader",
        help="how solutions and tests are marked (pairs: a cell that solves, a cell that tests)",
    )
    verb.add_argument("--alternatives", type=Path, metavar="DIR", help="other right solutions")
    verb.add_argument(
        "--accepted", type=Path, metavar="TOML", help="changes that are right as well, with reasons"
    )
    verb.add_argument("--html", type=Path, metavar="FILE", help="write the page here")
    verb.add_argument("--json", type=Path, metavar="FILE", help="write the same as JSON")
    verb.add_argument("--seeds", type=count, default=20, help="try so many random data")
    verb.add_argument("--jobs", type=count, help="processes (default: processors)")
    verb.set_defaults(run=_audit)


def _audit(options):
    from grading.quality.audit.verb import audit

    return audit(options)


def add_dataset(verbs):
    """Add the verb that writes the bank as a data set."""
    verb = verbs.add_parser(
        "dataset",
        help="write the bank as a data set: wrong and right answers, a card, a script to score",
        description="Write answers.jsonl, README.md and score.py into a folder. The same bank "
        "gives the same bytes.",
    )
    verb.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: dist/dataset")
    verb.set_defaults(run=_dataset)


def _dataset(options):
    from grading.paths import HERE
    from grading.quality.dataset import DATA, write_dataset
    from grading.records.files import writable

    folder = options.folder or HERE / "dist" / "dataset"
    with writable(folder.parent):
        counts = write_dataset(folder)
    print(f"{folder / DATA}: {counts['wrong']} wrong answers, {counts['right']} right ones")


def bank_add(options):
    """`bank add LAB GROUP`, or `bank add LAB FILE.py`: make an entry of a wrong answer."""
    from grading.engine.sandbox import Unavailable
    from grading.pages.groups import answer_of_group
    from grading.paths import lab_names
    from grading.quality.audit.verb import find
    from grading.quality.bank import FAMILIES
    from grading.quality.bank_add import add_entry

    if len(options.labs) != 3:
        raise ClassError("Say `bank add LAB GROUP`, or `bank add LAB FILE.py`.")
    _, lab, which = options.labs
    if lab not in lab_names():
        raise ClassError(f"There is no lab {lab!r}. There are: {', '.join(lab_names())}.")
    name = None
    if which.endswith(".py"):
        try:
            source = Path(which).read_text(encoding="utf-8-sig")
        except OSError as error:
            raise ClassError(f"{which} cannot be read: {error.strerror}.") from None
        except UnicodeDecodeError:
            raise ClassError(
                f"{which} cannot be read: it is no text in UTF-8. Save it as such."
            ) from None
    else:
        name, source = answer_of_group(lab, which, COURSE, options.db)
    idea = options.idea or _ask("What does its author believe? A sentence that they would say: ")
    hint = options.hint or _ask("Which sentence would help, without the answer? ")
    family = options.family or _ask(f"What is it about? One of {', '.join(FAMILIES)}: ")
    try:
        path = add_entry(find(lab), source, idea, hint, name, say=print, family=family, show=True)
    except Unavailable as error:
        raise ClassError(f"No sandbox, so nothing is run: {error}.") from None
    print(f"{path}\nRead it before you go on: the bank runs what stands in it without a sandbox.")
    if not family:
        print(f"Its docstring needs a line `Family:` with one of {', '.join(FAMILIES)}.")
    print(f"Then `python -m grading bank {lab}`, and `python -m grading fingerprints`.")
    return 0


def bank_prices(options):
    """`bank --prices`: write the page of what each slip costs, and print what is too dear."""
    from grading.paths import lab_names
    from grading.quality.prices import PAGE, write_page

    if options.labs:
        raise ClassError("The page of prices is of all labs: say `bank --prices` alone.")
    found = write_page(lab_names())
    for p in found:
        if not p.fair:
            right = ", ".join(f"{part} {value:.0%}" for part, value in p.right.items())
            print(f"{p.lab} {p.name}/{p.slip} keeps {p.kept:g} of {p.points:g}; right: {right}")
    dear = sum(not p.fair for p in found)
    print(f"{PAGE}: {len(found)} slips, {dear} of them too dear")
    return 0


def _ask(question):
    """An answer typed in; "" where nobody is there to ask."""
    return input(question) if sys.stdin.isatty() else ""
