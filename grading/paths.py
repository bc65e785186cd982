"""Where things are, and the errors that every room raises when it cannot go on."""

from collections.abc import Iterable
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent
LABS = PACKAGE / "labs"
if (ROOT / "pyproject.toml").exists():
    CONFIG, PICTURES, HERE = ROOT, ROOT, ROOT
    COURSE = PACKAGE
else:  # installed: the class is the current folder
    CONFIG, PICTURES, HERE = PACKAGE, PACKAGE / "pictures", Path.cwd()
    COURSE = HERE
NOTEBOOKS = HERE / "notebooks"


class Problem(Exception):
    """An error that an instructor can fix; the text says how."""

    status = 1  # the command's exit status


class ClassError(Problem):
    """The class cannot be graded."""


def unknown_lab(lab: str, labs: Iterable[str]) -> ClassError:
    """The error for a lab that is not one of `labs`."""
    known = ", ".join(sorted(labs)) or "none"
    return ClassError(f"There is no lab {lab!r}. The labs are: {known}.")


def lab_names():
    """Names of all labs, in order."""
    return sorted(path.stem for path in LABS.glob("*.py"))
