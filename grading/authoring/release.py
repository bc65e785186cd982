"""From the text file of a lab to the notebook that students get.

A lab is a jupytext file in the percent format, `grading/labs/<lab>.py`. A cell says in its first
line what it is to the grader; all others are text and code that students may change:

    # %% solution="dot_forward"                 the student writes this; it defines that name
    # %% test="test_dot_forward" points=3       graded; between BEGIN and END HIDDEN TESTS unseen
    # %% [markdown] written="gradients" points=1   answered in words, graded by hand
    # %% locked="setup"                         given, and restored when the notebook is graded

The first given cell that imports `lib` gets the search for it put before (`first_cell`). It and the
tests are folded where people open them (JupyterLab and Notebook by `source_hidden`, Colab by its
form view), under the comment in their first line. A heading that ends in "· 3 points" is held to
what the tests under it are worth.
"""

import ast
import base64
import re

import jupytext
import nbformat

from grading.authoring.first_cell import let_it_find_lib
from grading.engine.free_names import needed
from grading.engine.magics import as_python
from grading.labfile import LabError, name_tested
from grading.paths import COURSE, LABS, NOTEBOOKS, PICTURES, Problem
from grading.records.cells import changes, count_graded, read_cells, write_cells
from grading.records.files import writable
from grading.records.hurried import hurried_gradebooks
from grading.records.lock import lock
from grading.records.nbgrader import nbgrader_api
from grading.records.policy import read_policy
from grading.records.settle import settle_all
from grading.records.staged import Staged, finish_release
from grading.records.tables import opened
from grading.whole import whole

KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
PICTURE = re.compile(r"!\[[^\]]*\]\(\.\./\.\./((?:images|figures)/[\w.-]+)\)")
WORTH = re.compile(r"^#+ .* · ([\d.]+) points?$", re.M)
ROW = re.compile(r"^\|.*\| *\**([\d.]+)\** *\|$", re.M)
FOLDED = "helpers"  # the given cell that is folded too: what several tests need
KINDS = {
    "solution": {"grade": False, "solution": True, "locked": False},
    "test": {"grade": True, "solution": False, "locked": True},
    "written": {"grade": True, "solution": True, "locked": False},
    "locked": {"grade": False, "solution": False, "locked": True},
}


class NeedsYes(Problem):
    """It can be done, and would make grades stale: somebody must say that this is meant."""


def release(labs, course=COURSE, notebooks=NOTEBOOKS, say=print, db=None, yes=False, address=None):
    """Make the instructor's and the students' notebooks of some labs.

    Writes ``<course>/source/<lab>/<lab>.ipynb``, tells the gradebook about its cells, and puts the
    students' version into ``<notebooks>/<lab>/``. The same text gives the same bytes. A lab is
    released whole or not at all; points and comments given by hand, and history, are kept.

    Parameters
    ----------
    labs : list of str
        Names of files in `grading/labs`, without ``.py``.
    course, notebooks : pathlib.Path
    say : callable
        Takes a line about each lab that is done.
    db : str, optional
        URL of the gradebook, if not the class's usual one.
    yes : bool
        Whether grades that there are may become stale.
    address : grading.authoring.first_cell.Address, optional
        Where a notebook that finds no `lib` fetches it. Without, it fetches nothing.

    Raises
    ------
    LabError
        A lab's text breaks the format.
    NeedsYes
        Grades would become stale; nothing was changed.
    """
    # A slip in one lab stops all, before anything is changed.
    made = {lab: source_notebook(lab, address=address) for lab in labs}
    for lab in labs:
        release_notebook(lab, made[lab], course, notebooks, say, db, yes)


def release_notebook(lab, notebook, course, notebooks, say=print, db=None, yes=False):
    """Release one lab, given as the instructor's notebook; as `release` does."""
    api = nbgrader_api(course, db)
    with writable(course), lock(course, lab, f"release {lab}"), opened(api) as gradebook:
        finish_release(course, lab, gradebook.db)
        staged = Staged(course, lab)
        try:
            new = _stage(staged, lab, notebook)
            graded = count_graded(gradebook.db, lab)
            found = changes(read_cells(gradebook, lab), new, graded)
            if found and graded and not yes:
                raise NeedsYes(
                    f"{lab}: {found}. Nothing was changed. "
                    f"`python -m grading release {lab} --yes` does it; points and comments given "
                    "by hand are kept."
                )
            staged.ready(notebooks)
            try:
                write_cells(gradebook, lab, new)
                staged.note_in(gradebook.db)
                settle_all(gradebook.db, api, lab, course, read_policy(course))  # commits
            except BaseException:
                gradebook.db.rollback()
                raise
            staged.put_in_place()
        finally:
            staged.remove()
    stale = f" ({found})" if found and graded else ""
    say(f"{lab}: {points(notebook)} points{stale}")
    if stale:
        say(f"Next: `python -m grading autograde {lab}`")


def _stage(staged, lab, notebook):
    """Let nbgrader make both notebooks in a folder of their own; returns the lab's cells."""
    source = staged.folder / "source" / lab / f"{lab}.ipynb"
    source.parent.mkdir(parents=True)
    write_notebook(notebook, source)
    api = nbgrader_api(staged.folder)
    with hurried_gradebooks():
        answer = api.generate_assignment(lab)
    if not answer["success"]:
        raise LabError(f"nbgrader could not release {lab}:\n{answer.get('log', '')}")
    released = staged.folder / "release" / lab / f"{lab}.ipynb"
    student = nbformat.read(released, as_version=4)
    _drop_pictures_of_answers(student)
    write_notebook(student, released)
    with api.gradebook as gradebook:
        return read_cells(gradebook, lab)


def source_notebook(lab, folder=LABS, address=None):
    """Read ``<folder>/<lab>.py`` as a notebook that nbgrader understands.

    `address` is where it fetches `lib` if it finds none, as for `release`.
    """
    path = folder / f"{lab}.py"
    if not path.exists():
        known = ", ".join(sorted(p.stem for p in folder.glob("*.py")))
        raise LabError(f"There is no lab {lab!r} in {folder.name}/. There are: {known}.")
    notebook = jupytext.read(path, fmt="py:percent")
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    seen = set()
    for number, cell in enumerate(notebook.cells):
        _prepare(cell, number)
        name = cell.id
        if name in seen:
            raise LabError(f"{lab}: two cells are called {name!r}. Every name stands once.")
        seen.add(name)
        _attach_pictures(cell)
    if (first := let_it_find_lib(notebook, address)) is not None:
        _fold(first)
    _check_tests(lab, notebook)
    _check_worth(lab, notebook)
    _tag_demos(notebook)
    _tag_what_may_fail(notebook)
    nbformat.validate(notebook)
    return notebook


def points(notebook):
    """Sum of the points of a notebook's graded cells."""
    return sum(cell.metadata.get("nbgrader", {}).get("points", 0) for cell in notebook.cells)


def write_notebook(notebook, path):
    """Write a notebook whole."""
    with whole(path) as temporary:
        nbformat.write(notebook, temporary)


def _prepare(cell, number):
    """Turn the short marks of the percent format into nbgrader's metadata; name the cell."""
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
        raise LabError(f"{kind}={name!r}: {'needs points' if graded else 'has a mark too many'}.")
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
    """Show a cell as one line: its first, a comment that says what it looks at."""
    first, _, rest = cell.source.partition("\n")
    if not first.startswith("# "):
        first, rest = f"# {cell.id}", cell.source
    worth = cell.metadata["nbgrader"].get("points")
    kind = "Given" if worth is None else "Check"
    worth = "" if worth is None else f" · {_counted(worth)}"
    cell.source = f"# @title {kind} · {first[2:].rstrip('.')}{worth}\n{rest}"
    cell.metadata["cellView"] = "form"
    cell.metadata["jupyter"] = {"source_hidden": True}


def _counted(points):
    return "1 point" if points == 1 else f"{points:g} points"


def _attach_pictures(cell):
    """Put the pictures that a text shows into the cell: they go wherever the notebook goes."""
    for path in PICTURE.findall(cell.source) if cell.cell_type == "markdown" else ():
        file = PICTURES / path
        if not file.exists():
            raise LabError(f"There is no picture {path}: draw it with `make figures`.")
        kind = {".png": "image/png", ".gif": "image/gif"}[file.suffix]
        content = base64.b64encode(file.read_bytes()).decode()
        cell.setdefault("attachments", {})[file.name] = {kind: content}
        cell.source = cell.source.replace(f"../../{path}", f"attachment:{file.name}")


def _drop_pictures_of_answers(notebook):
    """Drop what nbgrader leaves of a model answer: it cuts out the text, not the pictures."""
    for cell in notebook.cells:
        if "attachments" in cell:
            shown = {n: a for n, a in cell.attachments.items() if f"attachment:{n}" in cell.source}
            cell.attachments = nbformat.from_dict(shown)
            if not shown:
                del cell["attachments"]


def _tag_demos(notebook):
    """Tag the examples that only show something: no graded or given cell uses their names.

    The grader need not run them, as long as the student's own code does not use them either.
    """
    code = [c for c in notebook.cells if c.cell_type == "code"]
    examples = {c.source for c in code if not c.metadata.get("nbgrader")}
    idle = examples - needed(examples, [c.source for c in code if c.metadata.get("nbgrader")])
    for cell in code:
        if not cell.metadata.get("nbgrader") and cell.source in idle:
            cell.metadata["tags"] = ["demo"]


def _tag_what_may_fail(notebook):
    """Let "Run All" go on where a student's code is missing or wrong."""
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader")
        if cell.cell_type == "code" and (mark is None or mark["grade"]):
            cell.metadata["tags"] = [*cell.metadata.get("tags", []), "raises-exception"]


def _check_worth(lab, notebook):
    """Hold the points that the text names to those of the tests."""
    said, found, table = None, {}, None
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and "nbgrader" not in cell.metadata:
            table = table or ROW.findall(cell.source)
            for heading in WORTH.finditer(cell.source):
                said, found[heading[0]] = heading, 0
        if said:
            found[said[0]] += cell.metadata.get("nbgrader", {}).get("points", 0)
    for heading, worth in found.items():
        if float(WORTH.match(heading)[1]) != worth:
            raise LabError(f"{lab}: under {heading!r} stand tests of {_counted(worth)}.")
    if found and table:
        *rows, total = map(float, table)
        if not sum(rows) == total == points(notebook):
            raise LabError(
                f"{lab}: the rows of the first table add up to {sum(rows):g} points and it says "
                f"{total:g} in all; the tests are worth {points(notebook):g}."
            )


def _check_defines(name, source):
    defined = [
        node.name
        for node in ast.parse(as_python(source)).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    ]
    if defined != [name]:
        raise LabError(f"The solution cell {name!r} defines {defined}: expected just its name.")


def _check_tests(lab, notebook):
    cells = [c.metadata["nbgrader"] for c in notebook.cells if "nbgrader" in c.metadata]
    solutions = {c["grade_id"] for c in cells if c["solution"] and not c["grade"]}
    tests = [c["grade_id"] for c in cells if c["grade"] and not c["solution"]]
    for test in tests:
        if name_tested(test, solutions) is None:
            raise LabError(f"{lab}: {test} tests none of {', '.join(sorted(solutions))}.")
    for name in solutions:
        if not any(name_tested(test, [name]) for test in tests):
            raise LabError(f"{lab}: nothing tests {name}.")
