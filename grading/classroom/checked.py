"""Check results from other machines like a stranger's: a machine may lie or be broken.

They come as text, never as objects, and must fit the job: its student, its seeds, its tests, and
points within what each test can give.
"""

import json
import math
from dataclasses import asdict, replace
from functools import lru_cache

import nbformat

from grading.classroom.processes import grade_apart
from grading.engine.model import result_of
from grading.engine.outputs import Outputs
from grading.labfile import mark_of

MAX_RESULT = 64 << 20  # characters
MAX_REMARKS = 200
MAX_REMARK = 2_000


def as_text(result):
    """A `Result` as text for another machine."""
    return json.dumps(asdict(result))


def grade_elsewhere(job, engine):
    """Grade a `Job` for a machine that does not trust this one; return the result as text."""
    return as_text(grade_apart(job, engine))


def checked(text, job):
    """The `Result` in a text, if it fits the `Job`.

    Raises
    ------
    ValueError
        If it does not; the text says why.
    """
    if not isinstance(text, str) or len(text) > MAX_RESULT:
        raise ValueError("it is not text, or too long")
    try:
        result = result_of(json.loads(text))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    for name in ("lab", "student", "seed", "student_seed"):
        if getattr(result, name) != getattr(job, name):
            raise ValueError(f"it is for another {name.replace('_', ' ')}")
    sources, points = _of(job.teacher)
    if {name: test.out_of for name, test in result.tests.items()} != points:
        raise ValueError("its tests are not the lab's")
    if not all(0 <= test.score <= test.out_of for test in result.tests.values()):
        raise ValueError("a test gives more points than it is worth, or fewer than 0")
    if not all(math.isfinite(seconds) and seconds >= 0 for seconds in result.seconds.values()):
        raise ValueError("its times are not valid")
    if len(result.remarks) > MAX_REMARKS:
        raise ValueError("it has too many remarks")
    remarks = tuple(remark[:MAX_REMARK] for remark in result.remarks)
    return replace(result, remarks=remarks, notebook=_notebook(result.notebook, sources))


def _notebook(text, sources):
    """The graded notebook, if the lab's own cells are unchanged, with harmless outputs."""
    try:
        notebook = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook)
    except Exception as error:  # nbformat raises errors of many kinds
        raise ValueError(f"its notebook cannot be read ({type(error).__name__})") from None
    found, outputs = {}, Outputs()
    for cell in notebook.cells:
        mark = mark_of(cell)
        if mark.name and not mark.answer:
            found[mark.name] = cell.source
        if cell.cell_type == "code":
            cell.outputs = nbformat.from_dict(list(outputs.clean(cell.outputs)))
    if found != sources:
        raise ValueError("the lab's own cells in its notebook were changed")
    return nbformat.writes(notebook)


@lru_cache(maxsize=4)
def _of(teacher):
    """A lab's own cells by name, and the points of its tests."""
    marks = [(mark_of(cell), cell) for cell in nbformat.reads(teacher, as_version=4).cells]
    sources = {mark.name: cell.source for mark, cell in marks if mark.name and not mark.answer}
    return sources, {m.name: float(m.points) for m, _ in marks if m.kind == "test"}
