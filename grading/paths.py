"""Where things are, and what every room says when it cannot go on."""

from collections.abc import Iterable
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent
LABS = PACKAGE / "labs"
if (ROOT / "pyproject.toml").exists():
    CONFIG, PICTURES, HERE = ROOT, ROOT, ROOT
    COURSE = PACKAGE
else:  # installed: the class is the folder where one is
    CONFIG, PICTURES, HERE = PACKAGE, PACKAGE / "pictures", Path.cwd()
    COURSE = HERE
NOTEBOOKS = HERE / "notebooks"


class Problem(Exception):
    """Something that an instructor can do something about; the text says what."""

    status = 1  # of the command


class ClassError(Problem):
    """The class cannot be graded."""


def unknown_lab(lab: str, labs: Iterable[str]) -> ClassError:
    """What is said of a lab that is none of `labs`."""
    return ClassError(f"There is no lab {lab!r}. There are: {', '.join(sorted(labs)) or 'none'}.")


def lab_names():
    """Names of all labs, in their order."""
    return sorted(path.stem for path in LABS.glob("*.py"))
