"""What to run of a submission, and in which order: the student's cells, the instructor's tests.

Only the sources of the student's cells come from the submission. Graded and locked cells are the
instructor's, whatever the file claims. An odd notebook is repaired where possible: which of its
cells is which, `grading.engine.recognise` finds out.
"""

import ast
import importlib.util
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import nbformat

from grading.engine.free_names import needed
from grading.engine.magics import parsed
from grading.engine.model import Cell, Outcome
from grading.engine.pictures import ATTACHED, drawn_anew
from grading.engine.read import Raw, read_submission, shortened
from grading.engine.recognise import (
    Given,
    added_imports,
    cells_of_nbgrader,
    listed,
    recognise,
    remarks_on_cells,
)
from grading.labfile import mark_of

IMPORT_ERRORS = ("ImportError", "ModuleNotFoundError")
MAX_TOLD = 5  # remarks of one kind


@dataclass
class Plan:
    """The notebook that is graded: its cells, and what is to run of them."""

    notebook: Any  # nbformat's
    cells: list[Cell]
    remarks: list[str] = field(default_factory=list)
    imports: str = ""


def make_plan(files: Collection[tuple[str, bytes | None]], lab: str, teacher: Any) -> Plan:
    """Read a submission and plan its grading.

    Parameters
    ----------
    files : list of (str, bytes or None)
        The notebooks handed in, by file name; None for a file that is too large to read.
    lab : str
    teacher : nbformat notebook
        The instructor's, hidden tests included.

    Returns
    -------
    Plan
    """
    reading = read_submission(files, lab, cells_of_nbgrader(teacher))
    return plan_cells(reading.cells, teacher, reading.remarks)


def plan_cells(raws: list[Raw], teacher: Any, remarks: list[str]) -> Plan:
    """Bring the student's cells and the instructor's into one order."""
    given = cells_of_nbgrader(teacher)
    remarks = [*remarks, *recognise(raws, teacher, given)]
    place = {raw.name: i for i, raw in enumerate(raws) if raw.name}
    places = _places(given, place, len(raws))
    order = [(at, given[name].cell) for name, at in places.items()]
    imports = {}
    for i, raw in enumerate(raws):
        if not raw.name:
            order.append((i, _student_cell(raw)))
        elif given[raw.name].mark.answer:
            order.append((i, _answer_cell(raw, given[raw.name].cell)))
        elif added := added_imports(raw, given[raw.name]):
            if not raw.released:
                imports[raw.name] = added
            # Each in a cell of its own: one that fails, of a package, stops no other.
            order += [(places[raw.name], _student_cell(Raw("code", line))) for line in added]
    if raws:
        remarks += remarks_on_cells(raws, given)
    if imports:
        lines = [shortened(line) for added in imports.values() for line in added]
        remarks.append(
            f"Imports that were added to {listed(list(imports))} run below: {listed(lines)}."
        )
    order.sort(key=lambda pair: pair[0])
    return _finish([cell for _, cell in order], teacher, remarks)


def _places(given: Given, place: Mapping[str, int], end: int) -> dict[str, float]:
    """Positions of the instructor's own cells among the student's, which are at 0, 1, 2, ...

    A test stays where the student has it, but never above the answer that it tests; if it is
    missing, it follows the previous test. Missing given cells come first, written answers last.
    """
    found: dict[str, float] = {}
    last = -1.0
    above = -1  # position of the solution above
    for number, (name, (_, mark)) in enumerate(given.items()):
        if mark.kind == "solution":
            above = place.get(name, -1)
        elif mark.kind == "written":
            if name not in place:
                found[name] = end + number * 1e-6
        else:
            at: float = -1
            if name in place:
                at = max(place[name], above)
            elif mark.graded:
                at = max(last, above)
            last = max(last, at) if mark.graded else last
            found[name] = at + 0.5 + number * 1e-6
    return found


def what_failed(cells: Iterable[Cell], outcomes: Mapping[int, Outcome], teacher: Any) -> list[str]:
    """Remarks on the first few of the student's cells that raised an error.

    Also on the lab's own, if they import a package that the grader lacks: not the student's fault.
    """
    given = {cell["source"] for cell in teacher.cells}
    found, named = [], set()
    for cell in cells:
        errors = [o for o in outcomes[cell.id].outputs if o.get("output_type") == "error"]
        if cell.kind == "locked" and errors and errors[-1]["ename"].endswith(IMPORT_ERRORS):
            name, text = (shortened(errors[-1][key]) for key in ("ename", "evalue"))
            found.append(f"The lab's own cell {cell.name} stopped when graded. {name}: {text}")
        if cell.kind != "student" or not errors or cell.source in given:
            continue
        lines = [line.strip() for line in cell.source.splitlines() if line.strip()]
        which = cell.name or f"that begins with {shortened(lines[0] if lines else '')[:60]!r}"
        name, text = (shortened(errors[-1][key]) for key in ("ename", "evalue"))
        # Not that it stopped there: below a line that only a grader refuses the rest has run.
        did = "" if name == "Stopped" else f" raised {name}"
        found.append(f"The cell {which}{did}" + (f": {text}" if text else ""))
        missing = _missing_module(name, text)
        if missing and missing not in named:
            named.add(missing)
            found[-1] += (
                f". The grader has no `{missing}`: do without it if it is a package, and copy what "
                "is in it into the notebook if it is a file of yours"
            )
    return _first_of(found, "cells raised errors")


def _first_of(remarks: list[str], what: str) -> list[str]:
    """The first few remarks of one kind, and how many more there are."""
    more = [f"{len(remarks) - MAX_TOLD} more {what}."] if remarks[MAX_TOLD:] else []
    return remarks[:MAX_TOLD] + more


def _missing_module(name: str, text: str) -> str:
    """The module that is not installed, a package or the student's own; "" for other errors."""
    missing = re.fullmatch(r"No module named '([A-Za-z_]\w*)(?:\.[\w.]*)?'", text)
    if name != "ModuleNotFoundError" or missing is None:
        return ""
    try:
        known = importlib.util.find_spec(missing[1]) is not None  # a package out of bounds
    except (ImportError, ValueError):
        known = True
    return "" if known else missing[1]


def _student_cell(raw):
    cell = nbformat.NotebookNode(cell_type=raw.cell_type, metadata={}, source=raw.source)
    if raw.pictures and raw.cell_type != "code":
        cell.attachments = raw.pictures
    return cell


def _answer_cell(raw, cell):
    """The student's source in the instructor's cell, whatever type it was given."""
    answer = nbformat.NotebookNode(cell, source=raw.source)
    answer.pop("attachments", None)  # the model answer's pictures
    if raw.pictures and answer.cell_type == "markdown":
        answer.attachments = raw.pictures
    return answer


def _show_pictures(cell: Any, given: Mapping[str, Any], remarks: list[str]) -> None:
    """Give a text its pictures, re-encoded, or the instructor's; remark on missing ones."""
    own = cell.get("attachments", {})
    if not own and "attachment:" not in cell.source:
        return
    where = mark_of(cell).name
    shown: dict[str, Any] = {}
    missing: list[str] = []
    for name in dict.fromkeys(ATTACHED.findall(cell.source)):
        content = given.get(name)
        if name in own and own[name] != content:
            made = next(map(drawn_anew, *zip(*own[name].items(), strict=True)), None)
            content = {made[0]: made[1]} if made else None
        if content is None:
            missing.append(name)
        else:
            shown[name] = content
    gone = set(missing)
    cell.source = ATTACHED.sub(lambda m: "missing-picture" if m[1] in gone else m[0], cell.source)
    for name in missing:
        place = f"in {where}" if where else "in a text"
        why = "is not a valid PNG, JPEG or GIF" if name in own else "is not in the file"
        remarks.append(f"A picture {place} is left out: {shortened(name)} {why}.")
    cell.pop("attachments", None)
    if shown:
        cell.attachments = nbformat.from_dict(shown)


def _copied(part):
    """A copy of a cell, or of its parts: nbformat's own copy takes ten times as long."""
    if isinstance(part, dict):
        node = nbformat.NotebookNode()
        dict.update(node, {k: v if type(v) is str else _copied(v) for k, v in part.items()})
        return node
    return [_copied(value) for value in part] if isinstance(part, list) else part


def _finish(cells, teacher, remarks):
    # nbformat's own function would compile a schema to validate an empty notebook.
    notebook = nbformat.from_dict({"cells": [], "nbformat": 4, "nbformat_minor": 5})
    notebook.metadata = _copied(teacher.metadata)
    shown = [c for c in teacher.cells if "attachments" in c and not mark_of(c).answer]
    given = {name: p for c in shown for name, p in c.attachments.items()}
    left_out: list[str] = []
    for number, cell in enumerate(cells):
        # What nobody changes is shared, such as the metadata.
        copy = _copied(cell) if "attachments" in cell else nbformat.NotebookNode(cell)
        dict.update(copy, id=f"cell-{number}")  # a node's own way looks at what it is twice
        if cell["cell_type"] == "code":
            dict.update(copy, outputs=[], execution_count=None)
        elif cell["cell_type"] == "markdown":
            _show_pictures(copy, given, left_out)
        notebook.cells.append(copy)
    remarks += _first_of(left_out, "pictures are left out")
    return Plan(notebook, cells_to_run(notebook, teacher), remarks, instructors_imports(teacher))


def cells_to_run(notebook: Any, teacher: Any) -> list[Cell]:
    """The code cells of a planned notebook, each with its kind.

    An example cell is not run if the student left it unchanged and no other cell uses its names.
    """
    # A node's items are found ten times as fast as its attributes.
    demos = {c["source"] for c in teacher.cells if "demo" in c["metadata"].get("tags", [])}
    cells = enumerate(notebook.cells)
    code = [(n, c["source"], mark_of(c)) for n, c in cells if c["cell_type"] == "code"]
    others = [source for _, source, mark in code if mark.name or source not in demos]
    idle = demos - needed(demos, others)
    plan = []
    for number, source, mark in code:
        if mark.name or source not in idle:
            kind = mark.kind if mark.kind in ("test", "locked") else "student"
            plan.append(Cell(kind, number, source, mark.name, mark.points))
    return plan


def instructors_imports(teacher: Any) -> str:
    """All import statements of the instructor's notebook: tests may use any of them."""
    return _imports_of(tuple(c["source"] for c in teacher.cells if c["cell_type"] == "code"))


@lru_cache(maxsize=8)  # the same for a whole class
def _imports_of(sources):
    lines = []
    for source in (source for source in sources if "import" in source):
        try:
            body = parsed(source).body
        except SyntaxError:
            continue
        lines += [ast.unparse(n) for n in body if isinstance(n, ast.Import | ast.ImportFrom)]
    return "\n".join(dict.fromkeys(line for line in lines if "__future__" not in line))
