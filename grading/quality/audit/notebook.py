"""Read a notebook to audit as exercises, each a solution and its tests.

Three formats: nbgrader's source notebooks, otter's, and plain pairs of a solution cell and a test
cell. After reading, all three are run the same way.
"""

import ast
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import nbformat

from grading.engine.free_names import Names, names_in, needed
from grading.engine.magics import as_python
from grading.engine.plan import instructors_imports
from grading.labfile import mark_of, name_tested
from grading.paths import Problem
from grading.quality.audit.otter import read_otter

MAX_BYTES = 50 << 20
BEGIN, END = re.compile(r"### ?BEGIN SOLUTION"), re.compile(r"### ?END SOLUTION")
STUB = "# YOUR CODE HERE\nraise NotImplementedError()"
# Settings that a given cell may change for all later cells, without defining a name.
SETTING = re.compile(
    r"\b(seed|seterr|filterwarnings|simplefilter|set_option|set_printoptions|setrecursionlimit)\("
    r"|\bsys\.path\b|\bos\.environ\b"
)
CHECKING = re.compile(r"^(assert|check|test|expect|verify)|_(check|test)$|assert_")


@dataclass(frozen=True)
class Part:
    """A code cell: "given", "solution" or "test".

    Attributes
    ----------
    stub : str
        What students find in place of a solution.
    locked : bool
        Whether the course restores a given cell before grading.
    """

    kind: str
    name: str
    source: str
    points: float = 0
    stub: str = ""
    locked: bool = False


@dataclass(frozen=True)
class Exercise:
    """A solution, the names by which tests use it, and its tests by name."""

    part: Part
    names: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.part.name


@dataclass(frozen=True)
class Audited:
    """A notebook in the form to be audited."""

    title: str
    format: str
    parts: tuple[Part, ...]
    exercises: tuple[Exercise, ...]
    imports: str = ""
    out_of_bounds: tuple[str, ...] = ()
    accepted: dict = field(default_factory=dict)  # by exercise: change, and why it is right

    def solution(self, name: str) -> Exercise:
        return next(each for each in self.exercises if each.name == name)

    @property
    def tests(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind == "test")


class NotebookProblem(Problem):
    """The notebook cannot be audited."""


def read_notebook(path: Path, kind: str = "nbgrader") -> Audited:
    """Read a notebook file.

    Raises
    ------
    NotebookProblem
        If it is no notebook, or has nothing to audit in this format; the text says what to do.
    """
    if not path.is_file():
        raise NotebookProblem(
            f"There is no file {path}. Name a notebook, or a lab, such as lab3_conv2d."
        )
    if path.stat().st_size > MAX_BYTES:
        raise NotebookProblem(f"{path} has more than {MAX_BYTES >> 20} MB: clear its outputs.")
    try:
        content = nbformat.read(path, as_version=4)
    except Exception as error:  # nbformat raises what json, its schema and its upgrades raise
        what = " ".join(str(error).split())[:200]
        raise NotebookProblem(
            f"{path} cannot be read as a notebook: {type(error).__name__}: {what}"
        ) from None
    return audited(content, path.stem, kind)


def audited(content, title: str, kind: str = "nbgrader") -> Audited:
    """A notebook, nbformat's, as it is audited."""
    parts = _named_apart(READERS[kind](content))
    solutions = [part for part in parts if part.kind == "solution"]
    if not solutions or not any(part.kind == "test" for part in parts):
        missing = "test" if solutions else "solution"
        raise NotebookProblem(
            f"{title} has no {missing} cell marked as in the format {kind}"
            f"{_better(content, kind)}. docs/audit.md describes the formats."
        )
    for part in parts:
        if names_of(part.source) is None and part.kind != "given":
            raise NotebookProblem(f"{title}: the cell {part.name} is not valid Python.")
    found = Audited(
        title, kind, tuple(parts), tuple(_exercises(parts)), instructors_imports(content)
    )
    # A solution that only other exercises' tests use is tested by them.
    exercises = (e if e.tests else replace(e, tests=users_of(found, e)) for e in found.exercises)
    return replace(found, exercises=tuple(exercises))


def _better(content, kind):
    """Suggest another format in which there is something to audit."""
    for other, read in READERS.items():
        if other != kind and {"solution", "test"} <= {part.kind for part in read(content)}:
            return f"; try --format {other}"
    return ""


def _named_apart(parts):
    seen, out = set(), []
    for part in parts:
        name, number = part.name, 2
        while name in seen:
            name, number = f"{part.name}_{number}", number + 1
        seen.add(name)
        out.append(replace(part, name=name))
    return out


# --- formats -----------------------------------------------------------------------------------


def _nbgrader(content):
    parts = []
    for number, cell in enumerate(content.cells, 1):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        mark = mark_of(cell)
        if mark.kind == "solution":  # to tests, a cell graded by hand is a given cell
            name = _title(cell.source) or mark.name
            stub = stub_of(cell.source)
            parts.append(Part("solution", name, cell.source, stub=stub))
        elif mark.kind == "test":
            parts.append(Part("test", mark.name, cell.source, mark.points))
        else:
            name = mark.name or f"cell {number}"
            parts.append(Part("given", name, cell.source, locked=mark.kind == "locked"))
    return parts


def _pairs(content):
    """A cell that checks something is a test; a cell above that defines its names, a solution."""
    cells = [
        (number, cell.source)
        for number, cell in enumerate(content.cells, 1)
        if cell.cell_type == "code" and cell.source.strip()
    ]
    tests = {number for number, source in cells if is_test(source)}
    wanted = {
        name for number, source in cells if number in tests for name in _uses(names_of(source))
    }
    parts = []
    for place, (number, source) in enumerate(cells):
        if number in tests:
            parts.append(Part("test", f"test cell {number}", source, 1))
        elif _is_solution(source, wanted, [n in tests for n, _ in cells[place + 1 :]]):
            name = _title(source) or f"cell {number}"
            parts.append(Part("solution", name, source, stub=stub_of(source)))
        else:
            parts.append(Part("given", f"cell {number}", source))
    return parts


def _otter(content):
    return [Part(**part) for part in read_otter(content)]


READERS = {"nbgrader": _nbgrader, "otter": _otter, "pairs": _pairs}


def _is_solution(source, wanted, tests_follow):
    """Whether a cell is a pair's solution: marked so, or right above a test that uses it."""
    if BEGIN.search(source):
        return True
    names = names_of(source)
    defines = names.binds & wanted if names else ()
    return bool(defines) and bool(_title(source)) and tests_follow[:1] == [True]


def is_test(source: str) -> bool:
    """Whether a cell of a plain notebook tests another cell."""
    try:
        tree = ast.parse(as_python(source))
    except (SyntaxError, ValueError):
        return False
    inner = [node for top in tree.body for node in ast.walk(top)]
    if BEGIN.search(source):
        return False
    if any(isinstance(node, ast.Assert) for top in _run(tree) for node in ast.walk(top)):
        return True
    calls = (node for node in inner if isinstance(node, ast.Call))
    return any(CHECKING.search(_called(call)) for call in calls) and not _title(source)


def _run(tree):
    """Statements that run when the cell does: not functions' bodies, unless it is all tests."""
    for node in tree.body:
        name = getattr(node, "name", "")
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or CHECKING.search(name):
            yield node


def _called(call):
    function = call.func
    return getattr(function, "attr", "") or getattr(function, "id", "")


def _title(source):
    """The first function or class that a cell defines."""
    found = re.search(r"^(?:async +def|def|class)\s+(\w+)", source, re.M)
    return found[1] if found else ""


def stub_of(source: str) -> str:
    """What students find in place of the solution: by nbgrader's rule, or only the head."""
    lines, out, inside = source.split("\n"), [], False
    for line in lines:
        if BEGIN.search(line):
            inside = True
            indent = line[: len(line) - len(line.lstrip())]
            out += [indent + text for text in STUB.split("\n")]
        elif END.search(line):
            inside = False
        elif not inside:
            out.append(line)
    if out != lines:
        return "\n".join(out)
    try:
        return _emptied(source)
    except (SyntaxError, ValueError):
        return STUB


def _emptied(source):
    """A cell whose functions raise `NotImplementedError`."""
    tree = ast.parse(as_python(source))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.body = [*node.body[: ast.get_docstring(node) is not None], *ast.parse(STUB).body]
    defines = any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))
    return ast.unparse(tree) if defines else STUB


# --- exercises ---------------------------------------------------------------------------------


def names_of(source: str) -> Names | None:
    """Names of a cell; None if it is not plain Python."""
    try:
        return names_in(as_python(source))
    except (MemoryError, RecursionError):
        start = source[:40].split("\n")[0]
        raise NotebookProblem(f"The cell that begins {start!r} is nested too deeply.") from None


def _uses(names):
    return names.uses if names else frozenset()


def _exercises(parts):
    """Assign the tests to solutions.

    A test's name decides, as `test_conv` tests `conv`; else the last solution above it whose name
    it uses; else its place.
    """
    solutions = [part for part in parts if part.kind == "solution"]
    binds = {part.name: names_of(part.source).binds for part in solutions}
    about: dict[str, list[str]] = {part.name: [] for part in solutions}
    above: list[str] = []
    for part in parts:
        if part.kind == "solution":
            above.append(part.name)
        elif part.kind == "test":
            uses = _reached(part.source, parts)
            named = name_tested(part.name, list(binds))
            used = [name for name in above or binds if binds[name] & uses]
            owner = named or (used[-1:] or above[-1:] or [solutions[0].name])[0]
            about[owner].append(part.name)
    public = {
        name for part in parts if part.kind != "solution" for name in _uses(names_of(part.source))
    }
    for part in solutions:
        names = tuple(sorted((binds[part.name] & public) or {part.name} & binds[part.name]))
        yield Exercise(part, names, tuple(about[part.name]))


def _reached(source, parts):
    """Names that a test uses, directly or through a given cell."""
    uses = set(_uses(names_of(source)))
    for part in reversed(parts):
        names = names_of(part.source) if part.kind == "given" else None
        if names and names.binds & uses and not _title(part.source):
            uses |= names.uses
    return uses


def users_of(audited: Audited, exercise: Exercise) -> tuple[str, ...]:
    """Tests of other exercises that this solution can affect."""
    changed = set(exercise.names)
    tests = []
    for part in audited.parts:
        names = names_of(part.source)
        touched = names is None or bool(names.uses & changed)
        if touched and part.kind == "test":
            tests.append(part.name)
        elif touched and names:
            changed |= names.binds
    return tuple(name for name in tests if name not in exercise.tests)


def cells_for(audited: Audited, tests: tuple[str, ...], name: str, source: str) -> list[Part]:
    """An exercise, some tests and the parts that they need, in the notebook's order.

    `source` is an answer to the exercise, whose needs are included.
    """
    wanted = [part.source for part in audited.parts if part.name in (*tests, name)] + [source]
    others = {part.source for part in audited.parts if part.kind != "test"}
    helpers = {part.source for part in audited.parts if part.kind == "test" and _title(part.source)}
    # A test cell may define what a later one uses.
    used = needed({as_python(source) for source in others | helpers}, map(as_python, wanted))
    keep = []
    for part in audited.parts:
        sets = part.kind == "given" and bool(SETTING.search(part.source))
        if part.name in (*tests, name) or as_python(part.source) in used or sets:
            keep.append(part)
    return keep
