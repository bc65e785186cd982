"""From the text file of a lab to the notebook that students get.

A lab is a jupytext file in the percent format, `grading/labs/<lab>.py`. A cell's first line says
what it is to the grader; all other cells are text and code that students may change:

    # %% solution="dot_forward"                 the student writes this; it defines that name
    # %% test="test_dot_forward" points=3       graded; between BEGIN and END HIDDEN TESTS unseen
    # %% [markdown] written="gradients" points=1   answered in words, graded by hand
    # %% locked="setup"                         given, and restored when the notebook is graded

The first given cell that imports `lib` starts with a search for it (`first_cell`). This cell and
the tests are folded under the comment in their first line (in JupyterLab and Notebook by
`source_hidden`, in Colab by its form view). So are animations, written as a link "Play" under the
still picture. If a heading ends in "· 3 points", the tests under it must be worth 3 points.
"""

import ast
import base64
import builtins
import contextlib
import copy
import math
import re
from functools import lru_cache

import jupytext
import nbformat

from grading import wording
from grading.authoring.first_cell import let_it_find_lib, packages_in
from grading.engine.free_names import names_in, needed
from grading.engine.magics import as_python
from grading.labfile import BEGIN_HIDDEN, END_HIDDEN, LabError, facts, mark_of, name_tested
from grading.paths import LABS, PICTURES
from grading.whole import whole
from lib.bounds import FORBIDDEN_PACKAGES

KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
PICTURE = re.compile(r"!\[[^\]]*\]\(\.\./\.\./((?:images|figures)/[\w.-]+)\)")
PLAY = re.compile(r"^\[Play\]\((\.\./\.\./figures/[\w-]+\.gif)\)$", re.M)
PLAYED = r"<details><summary>Play</summary>\n\n![In motion.](\1)\n\n</details>"
LINKED = re.compile(
    r"(?:!\[[^\]]*\]\(|<img\b[^>]*?\bsrc=[\"'])(?!https?:|data:|attachment:)(.*?)[)\"']"
)
TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif"}
WORTH = re.compile(r"^#+ .* · ([\d.]+) points?$", re.M)
ROW = re.compile(r"^\|.*\| *\**([\d.]+)\** *\|$", re.M)
FOLDED = "helpers"  # this given cell, which several tests need, is folded too
KINDS = {
    "solution": {"grade": False, "solution": True, "locked": False},
    "test": {"grade": True, "solution": False, "locked": True},
    "written": {"grade": True, "solution": True, "locked": False},
    "locked": {"grade": False, "solution": False, "locked": True},
}


def source_notebook(lab, folder=LABS, address=None):
    """Read ``<folder>/<lab>.py`` as a notebook that nbgrader understands.

    `address` is where it fetches `lib` if it finds none, as for `release`. All format errors in
    the cells are reported together.
    """
    path = folder / f"{lab}.py"
    if path.exists() and not re.fullmatch(r"[\w-]+", lab):
        raise LabError(f"{lab!r}: a lab's name may have only letters, digits, - and _.")
    if not path.exists():
        known = ", ".join(sorted(p.stem for p in folder.glob("*.py")))
        raise LabError(f"There is no lab {lab!r} in {folder.name}/. The labs are: {known}.")
    notebook = copy.deepcopy(_read(path.read_text(encoding="utf-8")))
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    errors, seen = [], set()
    for number, cell in enumerate(notebook.cells):
        with _noted_in(errors):
            _check_python(cell)
            _prepare(cell, number)
            _check_regions(cell)
            if cell.id in seen:
                raise LabError(f"two cells are called {cell.id!r}. Use each name only once.")
            seen.add(cell.id)
        with _noted_in(errors):
            _attach_pictures(cell)
    for check in () if errors else (_check_tests, _check_worth, _check_names):
        with _noted_in(errors):
            check(notebook)
    if facts(lab, folder).bounds:
        errors += filter(None, map(_beyond_bounds, notebook.cells))
    if errors:
        raise LabError("\n".join(f"{lab}: {error}" for error in errors))
    if (first := let_it_find_lib(notebook, address)) is not None:
        _fold(first)
    _tag_demos(notebook)
    _tag_what_may_fail(notebook)
    nbformat.validate(notebook)
    return notebook


@contextlib.contextmanager
def _noted_in(errors):
    """Collect a format error and go on: there may be more."""
    try:
        yield
    except LabError as error:
        errors += str(error).splitlines()


@lru_cache(maxsize=16)  # a lab's text is read for its release and again for its solutions
def _read(text):
    return jupytext.reads(text, fmt="py:percent")


def points(notebook):
    """Sum of the points of a notebook's graded cells."""
    return sum(mark_of(cell).points for cell in notebook.cells)


def write_notebook(notebook, path):
    """Write a notebook atomically."""
    with whole(path) as temporary:
        nbformat.write(notebook, temporary)


def _prepare(cell, number):
    """Convert the percent format's marks to nbgrader's metadata, and name the cell."""
    kinds = [kind for kind in KINDS if kind in cell.metadata]
    marks = {k: v for k, v in cell.metadata.items() if k != "lines_to_next_cell"}
    cell.metadata = nbformat.NotebookNode()
    cell.id = f"cell-{number}"
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    if not kinds:
        if marks:
            raise LabError(f"A cell is marked {marks}: expected one of {', '.join(KINDS)}.")
        return
    kind = kinds[0]
    name = marks[kind]
    if not re.fullmatch(r"[A-Za-z]\w*", str(name)):
        raise LabError(f"{kind}={name!r} must be a name of letters, digits and underscores.")
    graded = KINDS[kind]["grade"]
    if set(marks) != ({kind, "points"} if graded else {kind}):
        raise LabError(f"{kind}={name!r}: {'needs points' if graded else 'has one mark too many'}.")
    points = marks.get("points", 0)
    if type(points) not in (int, float) or not 0 <= points < math.inf:
        raise LabError(f"{kind}={name!r}: points={points!r} must be a number, zero or more.")
    if kind in ("solution", "test") and cell.cell_type != "code":
        raise LabError(f"{kind}={name!r} must be a code cell.")
    if kind == "solution":
        _check_defines(name, cell.source)
    cell.id = name
    cell.metadata["nbgrader"] = {
        "schema_version": 3,
        "grade_id": name,
        "task": False,
        **KINDS[kind],
        **({"points": marks["points"]} if graded else {}),
    }
    if kind == "test" or cell.id == FOLDED:
        _fold(cell)


def _fold(cell):
    """Fold a cell under its first line, a comment that says what it checks."""
    first, _, rest = cell.source.partition("\n")
    if not first.startswith("# "):
        first, rest = f"# {cell.id}", cell.source
    mark = mark_of(cell)
    kind, worth = ("Check", f" · {wording.points(mark.points)}") if mark.graded else ("Given", "")
    cell.source = f"# @title {kind} · {first[2:].rstrip('.')}{worth}\n{rest}"
    cell.metadata["cellView"] = "form"
    cell.metadata["jupyter"] = {"source_hidden": True}


def _attach_pictures(cell):
    """Attach the pictures that a text cell shows, so that they travel with the notebook."""
    if cell.cell_type != "markdown":
        return
    if moving := [path for path in PICTURE.findall(cell.source) if path.endswith(".gif")]:
        raise LabError(
            f"{moving[0]} would never stop moving: show its still picture, and under it "
            "[Play](its path)."
        )
    cell.source = PLAY.sub(PLAYED, cell.source)
    for path in PICTURE.findall(cell.source):
        file = PICTURES / path
        if not file.exists():
            raise LabError(f"There is no picture {path}: draw it with `make figures`.")
        if file.suffix not in TYPES:
            raise LabError(f"{path}: a picture must be one of {', '.join(TYPES)}.")
        content = base64.b64encode(file.read_bytes()).decode()
        cell.setdefault("attachments", {})[file.name] = {TYPES[file.suffix]: content}
        cell.source = cell.source.replace(f"../../{path}", f"attachment:{file.name}")
    if left := LINKED.search(cell.source):
        raise LabError(
            f"The picture {left[1].strip()} would be missing for students: put it into figures/ "
            "and write ![what is seen](../../figures/NAME), without a title."
        )


def _tag_demos(notebook):
    """Tag examples whose names no graded or given cell uses.

    The grader can skip them unless the student's own code uses those names.
    """
    code = [c for c in notebook.cells if c.cell_type == "code"]
    examples = {c.source for c in code if not mark_of(c).name}
    idle = examples - needed(examples, [c.source for c in code if mark_of(c).name])
    for cell in code:
        if not mark_of(cell).name and cell.source in idle:
            cell.metadata["tags"] = ["demo"]


def _tag_what_may_fail(notebook):
    """Let "Run All" continue when a student's code is missing or wrong."""
    for cell in notebook.cells:
        mark = mark_of(cell)
        if cell.cell_type == "code" and (not mark.name or mark.graded):
            cell.metadata["tags"] = [*cell.metadata.get("tags", []), "raises-exception"]


def _check_worth(notebook):
    """Check that the points named in the text match those of the tests."""
    said, found, table = None, {}, None
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and not mark_of(cell).name:
            table = table or ROW.findall(cell.source)
            for heading in WORTH.finditer(cell.source):
                said, found[heading[0]] = heading, 0
        if said:
            found[said[0]] += mark_of(cell).points
    errors = [
        f"the tests under {heading!r} are worth {wording.points(worth)}."
        for heading, worth in found.items()
        if float(WORTH.match(heading)[1]) != worth
    ]
    if found and table:
        *rows, total = map(float, table)
        if not sum(rows) == total == points(notebook):
            errors.append(
                f"the rows of the first table add up to {wording.points(sum(rows))} and its last "
                f"row says {total:g} in all; the tests are worth {points(notebook):g}."
            )
    if errors:
        raise LabError("\n".join(errors))


def _check_python(cell):
    """Refuse a code cell that is not valid Python."""
    if cell.cell_type != "code":
        return
    try:
        ast.parse(as_python(cell.source))
    except SyntaxError as error:
        first = cell.source.split("\n", 1)[0]
        raise LabError(
            f"the cell that begins {first!r} is not Python: {error.msg} (line {error.lineno})."
        ) from None


def _check_regions(cell):
    """Check the markers around the lines that nbgrader removes from a cell."""
    mark = mark_of(cell)
    for begin, end, here in (
        ("BEGIN SOLUTION", "END SOLUTION", mark.answer),
        (BEGIN_HIDDEN, END_HIDDEN, mark.kind == "test"),
    ):
        lines = [line for line in cell.source.split("\n") if begin in line or end in line]
        name = mark.name or cell.source.split("\n", 1)[0]
        if lines and not here:
            raise LabError(f"{name!r}: {begin} is not allowed in this kind of cell.")
        if any((begin in line) != (i % 2 == 0) for i, line in enumerate(lines)) or len(lines) % 2:
            raise LabError(f"{name!r}: each line {begin} needs a line {end} after it.")


def _beyond_bounds(cell):
    """The problem of a given cell or a solution that imports a forbidden package; "" if none."""
    mark, found = mark_of(cell), set()
    if mark.kind in ("solution", "locked") and cell.cell_type == "code" and names_in(cell.source):
        found = packages_in(ast.parse(cell.source).body) & FORBIDDEN_PACKAGES
    if not found:
        return ""
    return (
        f"{mark.name!r} imports {', '.join(sorted(found))}, which is out of bounds in this lab: "
        "import it in the test that needs it, or write `bounds: false` into the header."
    )


def _check_names(notebook):
    """Refuse names that no cell defines, such as those of a removed exercise."""
    made, used = {*dir(builtins), "display", "get_ipython", "__name__"}, set()
    for source in [cell.source for cell in notebook.cells if cell.cell_type == "code"]:
        names = names_in(source)
        if "import *" in source:
            return  # the names cannot be known
        # In a cell with magics, every word may be a name that it defines.
        made |= names.binds if names else set(re.findall(r"\w+", source))
        used |= names.uses if names else set()
    if unknown := sorted(used - made):
        raise LabError(f"no cell defines {', '.join(unknown)}, but other cells use it.")


def _check_defines(name, source):
    defined = [
        node.name
        for node in ast.parse(as_python(source)).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    ]
    if defined != [name]:
        raise LabError(f"The solution cell {name!r} defines {defined}: expected only its name.")


def _check_tests(notebook):
    marks = [mark_of(cell) for cell in notebook.cells]
    solutions = {mark.name for mark in marks if mark.kind == "solution"}
    tests = [mark.name for mark in marks if mark.kind == "test"]
    known = ", ".join(sorted(solutions))
    odd = [f"{test} tests none of {known}." for test in tests if not name_tested(test, solutions)]
    idle = (name for name in solutions if not any(name_tested(test, [name]) for test in tests))
    if errors := [*odd, *(f"nothing tests {name}." for name in sorted(idle))]:
        raise LabError("\n".join(errors))
