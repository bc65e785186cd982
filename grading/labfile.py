"""The lab format: what an author writes about a lab in its own file, and what students may see.

A lab's file begins with a header of its facts, which students never get:

    # ---
    # jupyter:
    #   lab:
    #     bounds: false
    #     mutants: true
    #     demo: [ada, carl]
    # ---

See `Facts` for what may stand there. Between a line with BEGIN HIDDEN TESTS and one with END
HIDDEN TESTS stands what students do not see: nbgrader's rule, and here for every room.
"""

import ast
import contextlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from hashlib import md5
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from grading.paths import LABS, Problem, lab_names
from lib.bounds import FORBIDDEN_IN_NUMPY, FORBIDDEN_PACKAGES

HEADLINE = re.compile(r"\A# @title ([^\n]*)\n")  # title under which a cell is folded
BEGIN_HIDDEN, END_HIDDEN = "BEGIN HIDDEN TESTS", "END HIDDEN TESTS"  # nbgrader's own words


class LabError(Problem):
    """A lab's text file breaks the format."""


# --- facts -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Facts:
    """Facts about a whole lab.

    Attributes
    ----------
    bounds : bool
        Whether what does the lab's work for the student (SciPy, `np.convolve`, ...) is out of
        bounds.
    mutants : bool
        Whether its tests are tried on mutants: hundreds of runs, too slow where networks train.
    demo : tuple of str
        Who of the made-up class hands it in.
    """

    bounds: bool = True
    mutants: bool = False
    demo: tuple[str, ...] = ("ada", "carl")


@lru_cache
def facts(lab: str, folder: Path = LABS) -> Facts:
    """The facts in a lab's header; the defaults if it has none, or is not one of our labs."""
    path = folder / f"{lab}.py"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    if not lines or lines[0] != "# ---" or "# ---" not in lines[1:]:
        return Facts()
    header = [line[2:] for line in lines[1 : lines.index("# ---", 1)]]
    try:
        found = yaml.safe_load("\n".join(header))["jupyter"]["lab"]
        unknown = set(found) - {field.name for field in fields(Facts)}
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise LabError(f"{path.name}: its header cannot be read ({error!r}).") from None
    if unknown:
        known = ", ".join(field.name for field in fields(Facts))
        raise LabError(f"{path.name}: its header says {sorted(unknown)}. It may say: {known}.")
    for name in {"bounds", "mutants"} & set(found):
        if not isinstance(found[name], bool):
            raise LabError(
                f"{path.name}: its header says {name}: {found[name]}. Say true or false."
            )
    if "demo" in found:
        found["demo"] = tuple(found["demo"])
    return Facts(**found)


def out_of_bounds(lab: str) -> tuple[str, ...]:
    """Packages and NumPy functions that students' code cannot reach in `lab`."""
    if lab not in lab_names() or not facts(lab).bounds:
        return ()
    return (
        *sorted(FORBIDDEN_PACKAGES),
        "numpy.fft",
        *(f"numpy.{f}" for f in sorted(FORBIDDEN_IN_NUMPY)),
    )


CELL = re.compile(r"^# %%(.*)\n((?:(?!# %%).*\n?)*)", re.M)
DEFINES = re.compile(r'\b(solution|locked)="(\w+)"')


@lru_cache
def defining_cells(lab: str) -> tuple[tuple[str, str, str], ...]:
    """The cells that define names for others: "solution" or "locked", the cell's name, its source.

    As jupytext reads them, magics left as the comments that they are in the text. Graders are
    forked from a process that needs nothing else of it, and jupytext brings a whole web server.
    """
    text = (LABS / f"{lab}.py").read_text(encoding="utf-8")
    cells = ((DEFINES.search(marks), source) for marks, source in CELL.findall(text))
    return tuple((*mark.groups(), source.rstrip("\n")) for mark, source in cells if mark)


@lru_cache
def example_functions(lab: str) -> str:
    """The source of functions defined in a lab's examples, which students may call."""
    text = (LABS / f"{lab}.py").read_text(encoding="utf-8")
    found = []
    for marks, source in CELL.findall(text):
        if marks.strip():
            continue
        with contextlib.suppress(SyntaxError):  # a cell with a magic
            body = ast.parse(source).body
            found += [ast.unparse(node) for node in body if isinstance(node, ast.FunctionDef)]
    return "\n".join(found)


# --- what a cell is to the grader --------------------------------------------------------------


class Mark(NamedTuple):
    """nbgrader's metadata of a cell; empty for a cell without any.

    Attributes
    ----------
    name : str
        Its grade_id, or "".
    graded, answer, locked : bool
        Whether it gives points; whether the student writes it; whether it is restored.
    points : float
    """

    name: str = ""
    graded: bool = False
    answer: bool = False
    locked: bool = False
    points: float = 0

    @property
    def kind(self) -> str:
        """ "test", "written" (graded by hand), "solution", "locked" or ""."""
        if self.answer:
            return "written" if self.graded else "solution"
        return "test" if self.graded else "locked" if self.locked else ""


NO_MARK = Mark()
NUMBER = int, float


def mark_of(cell: Mapping[str, Any]) -> Mark:
    """The mark of a notebook's cell, even if its metadata are invalid."""
    metadata = cell.get("metadata")
    found = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    if not isinstance(found, dict) or not isinstance(found.get("grade_id"), str):
        return NO_MARK
    points = found.get("points", 0)
    return Mark(
        found["grade_id"],
        bool(found.get("grade")),
        bool(found.get("solution")),
        bool(found.get("locked")),
        float(points) if isinstance(points, NUMBER) else 0.0,
    )


def is_as_released(mark: Mark, cell_type: str, source: str, checksum: object) -> bool:
    """Whether a cell reads as a release had it, this one or an earlier: nbgrader's checksum says.

    A student who writes a checksum of their own spares themselves a remark, and nothing else.
    """
    locked = not mark.answer and (mark.graded or mark.locked)
    kind = f"{cell_type}{mark.graded}{mark.answer}{locked}"
    points = str(mark.points) if mark.graded else ""
    made = md5(
        f"{source}{kind}{mark.name}{points}".encode("utf-8", "replace"), usedforsecurity=False
    )
    return made.hexdigest() == checksum


# --- what a test is about ----------------------------------------------------------------------


def name_tested(test: str, names: Collection[str]) -> str | None:
    """Which of `names` a test is about, or None: ``test_conv_1d_edges`` is about ``conv_1d``."""
    fitting = (name for name in names if f"{test}_".startswith(f"test_{name}_"))
    return max(fitting, key=len, default=None)


# --- what is hidden ----------------------------------------------------------------------------


def hidden_lines(source: str) -> frozenset[int]:
    """Line numbers, from 1, of a cell's lines that students do not get, including the markers.

    By nbgrader's rule. Where a region never ends, which nbgrader refuses, all that follows is
    hidden.
    """
    found, inside = set(), False
    for number, line in enumerate(source.split("\n"), 1):
        if BEGIN_HIDDEN in line:
            inside = True
            found.add(number)
        elif END_HIDDEN in line:
            inside = False
            found.add(number)
        elif inside:
            found.add(number)
    return frozenset(found)


@lru_cache(maxsize=1024)  # a class has the same cells throughout
def visible(source: str) -> str:
    """A cell without its hidden lines, as students get it."""
    hidden = hidden_lines(source)
    lines = source.split("\n")
    return "\n".join(line for number, line in enumerate(lines, 1) if number not in hidden)


def below_headline(source: str) -> str:
    """A cell without its headline, which has its points."""
    return HEADLINE.sub("", source)
