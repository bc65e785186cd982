"""Which cell of a hand-in is which of the lab's, whatever has become of its marks.

Of copies the most complete one counts, a blank one undoes nothing, and an answer is found where it
was written. What was odd is told in a remark in plain words.
"""

import ast
import contextlib
import re
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

from grading.engine.free_names import MAX_SOURCE, names_in
from grading.engine.kept import kept_if_short
from grading.engine.magics import as_python
from grading.engine.pictures import ATTACHED, Pictures
from grading.engine.read import Raw, shortened
from grading.labfile import Mark, below_headline, mark_of, visible

MAX_IMPORTS = 100  # that are added to a given cell


class Own(NamedTuple):
    """A cell of the instructor's that nbgrader knows."""

    cell: Any
    mark: Mark


Given = dict[str, Own]  # by name


def cells_of_nbgrader(teacher: Any) -> Given:
    """The instructor's cells that nbgrader knows, by name and in order."""
    return {mark.name: Own(cell, mark) for cell in teacher.cells if (mark := mark_of(cell)).name}


def recognise(raws: list[Raw], teacher: Any, given: Given) -> list[str]:
    """Set each raw cell's name to that of the instructor's cell it is, or to ""; return remarks."""
    found, remarks = [], []
    several, fuller, joined = [], [], []
    named: dict[str, list[Raw]] = {}
    for raw in raws:
        raw.name = raw.name if raw.name in given else ""
        if not raw.name and raw.released == "test":
            raw.cell_type = "raw"  # of an earlier release: the lab has this test no more
        named.setdefault(raw.name, []).append(raw)
    for name, own in given.items():
        twins = named.get(name, [])
        if len(twins) > 1:
            several.append(f"{name} ({len(twins)} times)")
        if not twins:
            twins = _alike(raws, name, own)
            found += [name] if twins else []
        if twins and own.mark.kind == "written":
            joined += [name] * _join(raws, name, own.cell, twins)
        elif twins and _keep_one(name, own, twins) is not twins[-1] and own.mark.answer:
            fuller.append(name)
    if several:
        remarks.append(f"Cells appear more than once: {listed(several)}.")
    if fuller:
        remarks.append(
            f"Copies further down that are less complete do not count: {listed(fuller)}."
        )
    if joined:
        remarks.append(f"Answers in several cells were put together: {listed(joined)}.")
    if found:
        remarks.append(f"Cells without their marks were recognized: {listed(found)}.")
    if unfinished := _set_blanks_aside(raws, teacher, given):
        remarks.append(
            "Answers are unfinished in their own cells, which count, though another cell defines "
            f"them: {listed(unfinished)}."
        )
    for name, (cell, mark) in given.items():
        if mark.kind == "written":
            remarks += _find_answer(raws, name, cell, teacher, list(given))
    return remarks


def _join(raws: list[Raw], name: str, cell: Any, twins: list[Raw]) -> bool:
    """Put a written answer that stands in several cells together; return whether it did."""
    for raw in twins:
        raw.name = ""
    filled: dict[tuple, Raw] = {}
    for raw in twins:
        if not _is_blank(raw, cell):
            shown = frozenset((n, *part) for n, c in raw.pictures.items() for part in c.items())
            filled.setdefault((_squeezed(raw.source), shown), raw)
    texts = list(filled.values()) or twins[-1:]
    texts[0].name = name
    _put_together(raws, texts)
    return len(texts) > 1


def _put_together(raws: list[Raw], texts: list[Raw]) -> None:
    """Make one cell of several texts, in the place of the first."""
    first, sources = texts[0], []
    pictures: Pictures = {}
    for number, raw in enumerate(texts):
        names = {
            name: f"{number}-{name}" if pictures.get(name, content) != content else name
            for name, content in raw.pictures.items()
        }  # two cells may each have an image.png
        pictures |= {names[name]: content for name, content in raw.pictures.items()}
        parts = ATTACHED.split(raw.source)  # every other one is a name
        parts[1::2] = [f"attachment:{names.get(name, name)}" for name in parts[1::2]]
        sources.append("".join(parts))
    first.source, first.pictures = "\n\n".join(sources), pictures
    raws[:] = [raw for raw in raws if not any(raw is each for each in texts[1:])]


def _set_blanks_aside(raws: list[Raw], teacher: Any, given: Given) -> list[str]:
    """Let no blank answer undo one that was written elsewhere; return the unfinished that do.

    A blank copy of an answer is not run; nor is the answer's own cell, if it is blank and another
    cell defines its name.
    """
    unfinished = []
    own = {name: cell for name, (cell, mark) in given.items() if mark.kind == "solution"}
    stubs = {_squeezed(cell.source) for cell in own.values()}
    examples = {_squeezed(cell.source) for cell in teacher.cells} - stubs
    free = [raw for raw in raws if not raw.name and raw.cell_type == "code"]
    written: set[str] = set()
    for raw in free:
        if _squeezed(raw.source) in stubs:
            raw.cell_type = "raw"
        elif _squeezed(raw.source) not in examples:
            written |= _defined(raw.source).difference(_stubs(raw.source))
    for raw in raws:
        if raw.name in own and raw.name in written:
            if _is_blank(raw, own[raw.name]):
                raw.name, raw.cell_type = "", "raw"
            elif raw.name in _stubs(raw.source):
                unfinished.append(raw.name)
    return unfinished


def _find_answer(
    raws: list[Raw], name: str, cell: Any, teacher: Any, order: list[str]
) -> list[str]:
    """Find a written answer whose own cell is missing or empty: the student's text near its place.

    If the cell lost its marks, or was split in two, a person must judge it, not the machine.
    """
    mine = next((raw for raw in raws if raw.name == name), None)
    if mine is not None and _squeezed(mine.source) not in ("", _squeezed(cell.source)):
        return []
    before = set(order[: order.index(name)])
    if mine is not None:
        at = raws.index(mine)
    else:  # after the last of the cells above it in the lab
        at = max((i for i, raw in enumerate(raws) if raw.name in before), default=-1)
    own = {_squeezed(c["source"]) for c in teacher.cells}
    free = [
        i
        for i, raw in enumerate(raws)
        if not raw.name and raw.cell_type != "code" and _squeezed(raw.source) not in own
        and raw.source.strip() and not raw.released
    ]  # fmt: skip
    near = [i for i in free if not any(raws[k].name and k != at for k in _between(i, at))]
    texts = [raws[i] for i in near or (free if mine is None else ())]
    if not texts:
        return []
    texts[0].name, texts[0].cell_type = name, "markdown"
    _put_together(raws, texts)
    raws[:] = [raw for raw in raws if raw is not mine]
    return [
        f"The answer {name} was not in its own cell: what was written near it is taken for it, "
        "to be read by a person."
    ]


def _between(i: int, k: int) -> range:
    return range(min(i, k) + 1, max(i, k))


def _keep_one(name: str, own: Own, twins: list[Raw]) -> Raw:
    """Of several cells that may be the instructor's cell `name`, keep one."""
    cell, mark = own
    if mark.answer:  # the last of the most complete ones: an emptier copy would undo the answer
        left = [(_is_blank(raw, cell), len(_stubs(raw.source))) for raw in twins]
        right = [raw for raw, missing in zip(twins, left, strict=True) if missing == min(left)]
    else:
        right = [raw for raw in twins if _is_as_given(raw, cell)]
    keep = (right or twins)[0 if mark.locked and not right else -1]
    below = False
    for raw in twins:
        raw.name, raw.released = (name, raw.released) if raw is keep else ("", "")
        if mark.answer and below:
            raw.cell_type = "raw"
        below = below or raw is keep
    return keep


def _alike(raws: list[Raw], name: str, own: Own) -> list[Raw]:
    """Unnamed cells that may be the instructor's cell `name`: by id, definitions or text."""
    free = [raw for raw in raws if not raw.name]
    if same := [raw for raw in free if raw.id == name]:
        return same
    if own.mark.kind == "solution":
        code = [raw for raw in free if raw.cell_type == "code"]
        defining = [raw for raw in code if name in _defined(raw.source)]
        return defining or [raw for raw in code if name in bound_in(raw.source)]
    if own.mark.kind == "written":
        return []  # `_find_answer` looks for these
    return [raw for raw in free if _is_as_given(raw, own.cell)]


def _is_as_given(raw: Raw, cell: Any) -> bool:
    """Whether a cell is unchanged, apart from white space and the headline.

    The headline has the points, which may have changed since.
    """
    given = visible(cell["source"])
    return raw.source == given or (
        _squeezed(below_headline(raw.source)) == _squeezed(below_headline(given))
    )


def added_imports(raw: Raw, given: Own) -> list[str]:
    """Import statements that a student added to a given cell, but for names that it binds itself.

    In Colab and VS Code given cells can be edited. The rest of what is added there is not kept.
    """
    if given.mark.kind != "locked" or raw.cell_type != "code" or len(raw.source) > MAX_SOURCE:
        return []
    if _is_as_given(raw, given.cell):
        return []
    lines = ("" if line.startswith(("%", "!")) else line for line in raw.source.splitlines())
    own = names_in(given.cell.source) or names_in(as_python(given.cell.source))
    bound = own.binds if own else set()
    added = []
    with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse("\n".join(lines)).body
        for node in body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = (alias.asname or alias.name.split(".")[0] for alias in node.names)
                new = [
                    each for each, name in zip(node.names, names, strict=True) if name not in bound
                ]
                node.names = new
                added += [ast.unparse(node)] if new else []
    return list(dict.fromkeys(added))[:MAX_IMPORTS]


def _is_blank(raw: Raw, cell: Any) -> bool:
    """Whether an answer is as it was given, or empty."""
    return _squeezed(raw.source) in ("", _squeezed(cell.source))


@kept_if_short(4096)
def _stubs(source: str) -> tuple[str, ...]:
    """The definitions in which a cell still has a stub, once for each: "" outside of all.

    A stub's `raise NotImplementedError` ends a function; below a `return` it is only forgotten.
    """
    if "NotImplementedError" not in source:
        return ()
    if names_in(source) is not None:
        with contextlib.suppress(RecursionError), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse(source).body
            return tuple(getattr(node, "name", "") for node in body for _ in _stubs_in([node]))
    return ("",) * source.count("raise NotImplementedError")  # it is no plain Python, or too long


def _stubs_in(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from _stubs_in(node.body)
        elif isinstance(node, ast.Raise) and "NotImplementedError" in ast.unparse(node):
            yield node
        if _leaves(node):
            return


def _leaves(node: ast.stmt) -> bool:
    """Whether a function never goes on below a statement."""
    if isinstance(node, ast.If):
        return all(part and _leaves(part[-1]) for part in (node.body, node.orelse))
    if isinstance(node, ast.With):
        return _leaves(node.body[-1])
    return isinstance(node, ast.Return | ast.Raise)


@kept_if_short(4096)  # most cells are those of the whole class
def _squeezed(source):
    return "".join(source.split())


def _defined(source):
    """Functions and classes that a cell defines, even if it is not valid Python."""
    return set(re.findall(r"^(?:async +def|def|class)\s+(\w+)", source, re.M))


def bound_in(source: str) -> set[str]:
    """Names that a cell sets: functions, classes, assignments, imports."""
    names = names_in(source)
    return _defined(source) | (names.binds if names else set())


def remarks_on_cells(raws: list[Raw], given: Given) -> list[str]:
    """Remarks on cells that are missing, were moved into others, changed type or were edited."""
    there = {raw.name: raw for raw in raws if raw.name}
    remarks: list[str] = []
    moved: list[str] = []
    lost: list[str] = []
    restored: list[str] = []
    edited: list[str] = []
    newer: list[str] = []  # changed by the lab, since this notebook was handed out
    gone: list[str] = []  # names
    for name, (cell, mark) in given.items():
        solution, raw = mark.answer, there.get(name)
        if raw is None:
            (lost if solution else restored).append(name)
        elif solution and raw.cell_type != cell.cell_type:
            remarks.append(
                f"The cell {name} was handed in as {raw.cell_type}; "
                f"it is graded as a {cell.cell_type} cell, as it was given."
            )
        elif not solution and not _is_as_given(raw, cell):
            (newer if raw.released else edited).append(name)
            if mark.kind == "locked" and not raw.released:
                kept = bound_in("\n".join(added_imports(raw, given[name])))
                added = bound_in(raw.source) - bound_in(cell.source) - kept
                gone += map(shortened, sorted(added))
    if lost:
        bound = set().union(*(bound_in(raw.source) for raw in raws if raw.cell_type == "code"))
        moved = [name for name in lost if name in bound]
        lost = [name for name in lost if name not in bound]
    if moved:
        remarks.append(
            f"Cells are missing or blank, but another cell defines their names: {listed(moved)}."
        )
    if lost:
        remarks.append(f"Cells are missing and count as empty: {listed(lost)}.")
    if any(_is_older(raw, given.get(raw.name)) for raw in raws):
        newer, restored = newer + restored, []
    if newer:
        remarks.append(
            "The lab has changed since this notebook was handed out; "
            f"these cells are graded as they are now: {listed(newer)}."
        )
    if restored:
        remarks.append(f"Given cells were missing and have been put back: {listed(restored)}.")
    if edited:
        remarks.append(f"Given cells were changed; the lab's own were used: {listed(edited)}.")
    if gone:
        remarks.append(f"What was added to given cells is not there when graded: {listed(gone)}.")
    return remarks


def _is_older(raw: Raw, own: Own | None) -> bool:
    """Whether a cell reads as another release had it than the lab's own of that name."""
    return bool(raw.released) and (own is None or raw.source != visible(own.cell["source"]))


def listed(names: list[str]) -> str:
    """Names for people: the first three, and how many more there are."""
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if names[3:] else "")
