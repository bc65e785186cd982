"""The bank of wrong and right solutions that the labs' tests are tested with.

``grading/misconceptions/<lab>/<name>/<slip>.py`` defines `name` wrongly. Its docstring says:

    Idea: what its author believes, in a student's words.
    Hint: the sentence that helps, without the answer.
    Family: what the idea is about, one of `FAMILIES`
    Fails: test_conv_1d, test_conv_1d_backward        (these and no others)
    Sandbox: test_conv_1d_kinds

`Sandbox` is needed only if the slip calls something out of bounds: it names the tests that pass in
the student's own notebook but fail in the grader, where that cannot be reached.

``grading/solutions/<lab>/<name>/<way>.py`` defines it correctly, in another way than the lab does.
Both replace the solution cell of `name`; all other cells are the instructor's.
"""

import ast
import contextlib
import io
import re
from dataclasses import dataclass
from functools import lru_cache

from grading.authoring.source import source_notebook
from grading.engine.free_names import Names, names_in
from grading.engine.limits import environment
from grading.engine.magics import NoShell, as_python
from grading.labfile import mark_of, name_tested, visible
from grading.paths import ROOT, ClassError

WRONG = ROOT / "grading" / "misconceptions"
RIGHT = ROOT / "grading" / "solutions"
FAMILIES = {
    "upstream": "the gradient from above is left out, used wrongly, or mixed up with its default",
    "orientation": "a filter, a gradient or a table is turned round, transposed or reshaped where "
    "it should not be, or is not where it should",
    "axes": "height and width, rows and columns, or other axes are taken one for the other, or for "
    "equal",
    "batch": "one image or example counts for all, they are averaged, or come in the wrong order",
    "channels": "one channel or filter counts for all, or they are added up where they should not",
    "bias": "the bias or its gradient",
    "stride": "the stride or the size of a window",
    "padding": "how many zeros, on which side, what else instead, and how they are cut off again",
    "counting": "which windows, places or rounds: the first, the last, one too few or too many",
    "sums": "what should be added up is overwritten, left apart, or added with other precision",
    "scale": "a factor, a sign, a mean where a sum is meant, the length of a step",
    "special values": "ties, zeros, negative or very large numbers, what is masked",
    "number types": "dtypes, whole numbers, rounding",
    "memory": "arguments changed in place, results that share memory, orders of bytes",
    "state": "what a layer, an optimizer or a function keeps between calls",
    "form": "the right numbers in the wrong form: a tuple, a list, keys, their order",
    "options": "defaults, checks of arguments and their errors, options left unused",
    "rule": "another formula or algorithm than the one that is asked for",
    "shortcut": "calls or does what is out of bounds",
}


@dataclass(frozen=True)
class Slip:
    """One wrong solution of the bank."""

    lab: str
    name: str
    slip: str
    source: str
    idea: str
    hint: str
    family: str
    fails: frozenset
    fails_sandboxed: frozenset  # in the grader: `fails`, and more if it calls what is out of bounds


def slips(lab):
    """All wrong solutions to a lab, in a fixed order."""
    return [read_slip(path) for path in sorted((WRONG / lab).glob("*/*.py"))]


def right_solutions(lab):
    """All correct solutions to a lab besides its own: tuples of name, way and source."""
    paths = sorted((RIGHT / lab).glob("*/*.py"))
    return [(path.parent.name, path.stem, path.read_text()) for path in paths]


def read_slip(path):
    """The wrong solution in a file of the bank."""
    source = path.read_text()
    text = ast.get_docstring(ast.parse(source)) or ""
    parts = dict(
        re.findall(r"^(Idea|Hint|Family|Fails|Sandbox):\s*(.+?)(?=^\w+:|\Z)", text, re.M | re.S)
    )
    if not {"Idea", "Hint", "Fails"} <= set(parts):
        raise ClassError(f"{path.name}: its docstring needs Idea:, Hint: and Fails:.")
    words = {key: " ".join(value.split()) for key, value in parts.items()}
    fails, more = (re.findall(r"\w+", words.get(key, "")) for key in ("Fails", "Sandbox"))
    return Slip(
        lab=path.parent.parent.name,
        name=path.parent.name,
        slip=path.stem,
        source=source,
        idea=words["Idea"],
        hint=words["Hint"],
        family=words.get("Family", ""),
        fails=frozenset(fails),
        fails_sandboxed=frozenset(fails + more),
    )


def check_entries(lab):
    """Raise `ClassError` with a line for each invalid entry of a lab's bank."""
    names = own_solutions(lab)
    tests = {cell.name for cell in _code_cells(lab) if cell.kind == "test"}
    errors = []
    for folder in (WRONG, RIGHT):
        for path in sorted((folder / lab).glob("*/*.py")):
            try:
                problem = _problem_of(path, names, tests, folder == WRONG)
            except SyntaxError as error:
                problem = f"is not Python: {error.msg} (line {error.lineno})."
            if problem:
                errors.append(f"{'/'.join(path.parts[-4:])}: {problem}")
    if errors:
        raise ClassError("\n".join(errors))


def _problem_of(path, names, tests, wrong):
    name = path.parent.name
    if name not in names:
        return f"the lab has no exercise {name}. If it was removed, remove this folder too."
    if name not in names_of(path.read_text()).binds:
        ast.parse(as_python(path.read_text()))
        return f"does not define {name}."
    if not wrong:
        return ""
    try:
        slip = read_slip(path)
    except ClassError as error:
        return str(error).partition(": ")[2]
    if unknown := sorted(slip.fails_sandboxed - tests):
        return f"the lab has no test {', '.join(unknown)}."
    if slip.family not in FAMILIES:
        return f"Family: must be one of {', '.join(FAMILIES)}."
    return ""


def own_solutions(lab):
    """The lab's own solutions: sources by name, in the lab's order."""
    return {cell.name: cell.source for cell in _code_cells(lab) if cell.kind == "solution"}


def run_in_process(lab, answers=None):
    """All `verdicts`, by the name of the test."""
    return dict(verdicts(lab, answers or {}))


def verdicts(lab, answers, hidden=True, only=None):
    """Run a lab's cells in this process, with some solutions replaced. Trusted solutions only.

    Parameters
    ----------
    lab : str
    answers : dict
        Sources that replace solution cells, by the name that they define. If there are any, only
        what they can affect is run.
    hidden : bool
        Whether to run the hidden tests too, or only what students see.
    only : str, optional
        Run only the tests of this name.

    Yields
    ------
    tuple
        The name of each test cell, and None if it passes, or its exception.
    """
    cells = _affected(lab, frozenset(answers.items())) if answers else _code_cells(lab)
    names = own_solutions(lab)
    namespace = {"__name__": "__main__"}
    namespace["get_ipython"] = lambda: NoShell(lambda source: exec(source, namespace))
    for cell in cells:
        if only and cell.kind == "test" and name_tested(cell.name, names) != only:
            continue
        source = answers.get(cell.name, cell.source) if cell.kind == "solution" else cell.source
        error = None
        try:
            with contextlib.redirect_stdout(io.StringIO()), environment(CHECKING_DIAGNOSIS="off"):
                exec(_compiled(source, f"<{lab} {cell.name}>", hidden), namespace)
        except Exception as raised:
            if cell.kind != "test" and not answers:
                raise  # otherwise the wrong solution broke an example, as it would for a student
            error = raised
        if cell.kind == "test":
            yield cell.name, error


def names_of(source):
    """Names in a cell; in a cell with magics, which is not plain Python, any word may be a name."""
    words = frozenset(re.findall(r"[^\W\d]\w*", source))
    return names_in(source) or Names(binds=words, uses=words)


@lru_cache(maxsize=1024)
def _compiled(source, title, hidden):
    return compile(as_python(source if hidden else visible(source)), title, "exec")


@dataclass(frozen=True)
class _Cell:
    kind: str  # solution, test, locked or example
    name: str
    source: str
    uses: frozenset
    binds: frozenset


@lru_cache
def _code_cells(lab):
    cells = []
    for cell in source_notebook(lab).cells:
        if cell.cell_type == "code":
            kind = mark_of(cell).kind or "example"
            names = names_of(cell.source)
            cells.append(_Cell(kind, cell.id, cell.source, names.uses, names.binds))
    return cells


@lru_cache
def _affected(lab, answers):
    """The cells whose behavior can change when some solutions are replaced, and their needs.

    Tests and solutions that use the names, directly or indirectly, and what those use.
    """
    cells = _code_cells(lab)
    changed = {name for name, _ in answers}
    first = set().union(*(names_of(source).uses for _, source in answers)) | changed
    for cell in cells:  # a test cell may wrap a solution in a helper that a later one uses
        if cell.kind != "example" and cell.uses & changed:
            changed |= cell.binds
    needed = {c for c in cells if c.kind == "test" and (c.uses & changed)}
    while True:
        wanted = set().union(*(c.uses for c in needed)) | first
        more = {c for c in cells if c.kind != "test" and (c.kind == "locked" or c.binds & wanted)}
        # A test cell that defines what a later test uses.
        more |= {c for c in cells if c.kind == "test" and any(_helps(c, n) for n in needed)}
        if more <= needed:
            return [c for c in cells if c in needed]
        needed |= more


def _helps(helper, test):
    """Whether a test cell may define functions that another one uses, such as `_reference`."""
    defined = re.findall(r"^def (\w+)", helper.source, re.M)
    own = re.findall(r"^def (\w+)", test.source, re.M)
    return helper is not test and any(name in test.uses and name not in own for name in defined)
