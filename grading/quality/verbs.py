"""The verbs of this room: measure how good tests are, those of the labs and any others."""

import sys
from pathlib import Path

from grading.paths import COURSE, HERE, ClassError, lab_names, unknown_lab
from grading.verb import DB, LABS, argument, count, verb


@verb(
    "run the labs' tests on known wrong and correct solutions",
    DB,
    LABS,
    argument("--seeds", type=count, default=1, help="how many seeds of random data to try"),
    argument("--idea", default="", help="with add: what its author believes (default: it asks)"),
    argument("--hint", default="", help="with add: the sentence that helps (default: it asks)"),
    argument("--family", default="", help="with add: what it is about (default: it asks)"),
    argument("--prices", action="store_true", help="run no tests: write what each slip costs"),
    description="`bank [LAB ...]` runs the tests. `bank add LAB GROUP` makes an entry from a "
    "group of wrong answers (see the class report), `bank add LAB FILE.py` from one answer: it "
    "shortens the answer, finds the tests it fails, and refuses one that the bank has already. "
    "`bank --prices` writes docs/prices.md: what each slip costs, and how much of it is right.",
)
def bank(options):
    from grading.quality.bank_check import print_exercises, try_bank

    if options.labs[:1] == ["add"]:
        return _bank_add(options)
    if options.prices:
        return _bank_prices(options)
    return print_exercises(try_bank(options.labs or lab_names(), options.seeds))


@verb(
    "run the labs' tests on mutants of their solutions",
    argument("labs", nargs="*", metavar="LAB", help="which labs (default: all that allow it)"),
)
def mutants(options):
    from grading.quality.mutant_scores import LABS, print_scores, try_mutants

    return print_scores(try_mutants(options.labs or LABS, show=True))


@verb(
    "measure how good the tests of any course's notebook are",
    argument(
        "notebook", metavar="NOTEBOOK", help="a file with solutions, or a lab of this project"
    ),
    argument(
        "--format",
        choices=["nbgrader", "otter", "pairs"],
        default="nbgrader",
        help="how solutions and tests are marked (pairs: a solution cell, then its test cell)",
    ),
    argument("--alternatives", type=Path, metavar="DIR", help="other correct solutions"),
    argument(
        "--accepted",
        type=Path,
        metavar="TOML",
        help="changes that you accept as correct, with reasons",
    ),
    argument("--html", type=Path, metavar="FILE", help="write the page here"),
    argument("--json", type=Path, metavar="FILE", help="write the same as JSON"),
    argument("--seeds", type=count, default=20, help="how many seeds of random data to try"),
    argument("--jobs", type=count, help="processes (default: one per processor)"),
    description="Run the tests of a notebook with solutions on wrong, correct, empty and lying "
    "answers, and list what they let through, worst first. The course's files are not "
    "changed. The exit status is 1 if a hole was found. docs/audit.md explains the result.",
)
def audit(options):
    from grading.quality.audit.verb import audit

    return audit(options)


@verb(
    "write the bank as a data set: wrong and right answers, a card, a scoring script",
    argument("folder", nargs="?", type=Path, metavar="DIR", help="default: dist/dataset"),
    description="Write answers.jsonl, README.md and score.py into a folder. The same bank "
    "gives the same bytes.",
)
def dataset(options):
    from grading.quality.dataset import DATA, write_dataset
    from grading.records.files import writable

    folder = options.folder or HERE / "dist" / "dataset"
    with writable(folder.parent):
        counts = write_dataset(folder)
    print(f"{folder / DATA}: {counts['wrong']} wrong answers, {counts['right']} right ones")


@verb("record how the bank's mistakes behave")
def fingerprints(options):
    from grading.quality.bank import check_entries
    from grading.quality.fingerprints import write_fingerprints

    for lab in lab_names():
        check_entries(lab)
    for name, about in write_fingerprints():
        known = [mistake[0] for mistake in about["bank"]]
        alike = [" = ".join(slips) for slips in known if len(slips) > 1]
        note = f" ({'; '.join(alike)} behave alike)" if alike else ""
        by_rule = sum(map(len, about["rules"].values()))
        counted = f"{sum(map(len, known))} mistakes of the bank, {by_rule} by rule"
        print(f"{name}: {counted}{note}", flush=True)


def _bank_add(options):
    """`bank add LAB GROUP`, or `bank add LAB FILE.py`: make an entry from a wrong answer."""
    from grading.pages.groups import answer_of_group
    from grading.quality.audit.verb import find
    from grading.quality.bank import FAMILIES
    from grading.quality.bank_add import add_entry

    if len(options.labs) != 3:
        raise ClassError("Say `bank add LAB GROUP`, or `bank add LAB FILE.py`.")
    _, lab, which = options.labs
    if lab not in lab_names():
        raise unknown_lab(lab, lab_names())
    name = None
    if which.endswith(".py"):
        try:
            source = Path(which).read_text(encoding="utf-8-sig")
        except OSError as error:
            raise ClassError(f"{which} cannot be read: {error.strerror}.") from None
        except UnicodeDecodeError:
            raise ClassError(
                f"{which} cannot be read: it is not UTF-8 text. Save it as UTF-8."
            ) from None
    else:
        name, source = answer_of_group(lab, which, COURSE, options.db)
    idea = options.idea or _ask("What does its author believe? A sentence that they would say: ")
    hint = options.hint or _ask("Which sentence would help, without the answer? ")
    family = options.family or _ask(f"What is it about? One of {', '.join(FAMILIES)}: ")
    path = add_entry(find(lab), source, idea, hint, name, say=print, family=family, show=True)
    print(f"{path}\nRead it before you go on: the bank runs this code without a sandbox.")
    if not family:
        print(f"Its docstring needs a line `Family:` with one of {', '.join(FAMILIES)}.")
    print(f"Then run `python -m grading bank {lab}` and `python -m grading fingerprints`.")


def _bank_prices(options):
    """`bank --prices`: write the page of prices, and print the slips that cost too much."""
    from grading.quality.prices import PAGE, write_page

    if options.labs:
        raise ClassError("The page of prices covers all labs: say `bank --prices` alone.")
    found = write_page(lab_names())
    for p in found:
        if not p.fair:
            right = ", ".join(f"{part} {value:.0%}" for part, value in p.right.items())
            print(f"{p.lab} {p.name}/{p.slip} keeps {p.kept:g} of {p.points:g}; right: {right}")
    dear = sum(not p.fair for p in found)
    print(f"{PAGE}: {len(found)} slips, {dear} of them too expensive")


def _ask(question):
    """The answer typed in; "" if the input is no terminal."""
    return input(question) if sys.stdin.isatty() else ""
