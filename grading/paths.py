"""Where things are, and what every room says when it cannot go on."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LABS = Path(__file__).resolve().parent / "labs"
NOTEBOOKS = ROOT / "notebooks"
COURSE = ROOT / "grading"


class Problem(Exception):
    """Something that an instructor can do something about; the text says what."""

    status = 1  # of the command


class ClassError(Problem):
    """The class cannot be graded."""


def lab_names():
    """Names of all labs, in their order."""
    return sorted(path.stem for path in LABS.glob("lab*.py"))
