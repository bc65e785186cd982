"""A lab of a few names and a class that hands it in, for the tests of the grader."""

import json
import re
import tempfile
from pathlib import Path

import nbformat

from grading.authoring.source import source_notebook, write_notebook
from grading.classroom.autograde import autograde
from grading.classroom.processes import Graders
from grading.records.nbgrader import nbgrader_api
from grading.records.results import read_result

LAB = "tiny"
TEXT = """
# %% [markdown]
# # A tiny lab

# %% locked="setup"
import numpy as np

SCALE = 2


# %% solution="double"
def double(x):
    ### BEGIN SOLUTION
    return SCALE * x
    ### END SOLUTION


# %% test="test_double" points=2
assert double(3) == 6, f"double(3) gives {double(3)}"
### BEGIN HIDDEN TESTS
assert np.array_equal(double(np.arange(5.0)), [0, 2, 4, 6, 8]), "double of an array"
### END HIDDEN TESTS


# %% solution="mean"
def mean(x):
    ### BEGIN SOLUTION
    return sum(x) / len(x)
    ### END SOLUTION


# %% test="test_mean" points=3
assert mean([1, 2, 6]) == 3, f"mean([1, 2, 6]) gives {mean([1, 2, 6])}"


# %% solution="spread"
def spread(x):
    ### BEGIN SOLUTION
    return max(x) - mean(x)
    ### END SOLUTION


# %% test="test_spread" points=4
assert spread([1, 2, 6]) == 3, f"spread([1, 2, 6]) gives {spread([1, 2, 6])}"

# %% [markdown] written="why" points=1
# Because.
"""
ANSWERS = {
    "double": "def double(x):\n    return 2 * x",
    "mean": "def mean(x):\n    return sum(x) / len(x)",
    "spread": "def spread(x):\n    return max(x) - mean(x)",
    "why": "The spread is how far the largest value lies above the mean.",
}
POINTS = {"test_double": 2, "test_mean": 3, "test_spread": 4}
FULL = sum(POINTS.values())


_graders: list[Graders] = []


def graders():
    """Processes that grade, warm for every test of this process, as `watch` keeps them.

    To start them takes ten times as long as to grade the tiny lab. A run that fails ends them.
    """
    if not _graders or _graders[-1].closed:
        _graders.append(Graders())
    return _graders[-1]


def end_graders():
    """End them, with what they are forked from; `conftest` does it when all tests are done."""
    while _graders:
        _graders.pop().close()


def graded_patiently(lab, course, came_short, cell_seconds, all_seconds, **options):
    """Grade a class under limits that are short, for some of it never ends.

    On a busy machine the time may be over for somebody who is not one of those. Whoever
    `came_short`, a function of the student's `Result`, is graded once more, with plenty of it;
    returns who that was.
    """
    done = autograde(lab, course, cell_seconds=cell_seconds, all_seconds=all_seconds, **options)
    results = (read_result(course, lab, each.student) for each in done.graded)
    late = [result.student for result in results if came_short(result)]
    if late:
        more = {"cell_seconds": 20 * cell_seconds, "all_seconds": 20 * all_seconds}
        autograde(lab, course, students=late, force=True, **more, **options)
    return late


_released: dict[tuple[str, str], dict[str, bytes]] = {}


def make_course(folder, lab=LAB, text=TEXT, db=None):
    """Release a lab, given as text, to a class in `folder`; returns the folder.

    The same text gives the same files: a class that begins with it gets them as they were made the
    first time in this process.
    """
    new = db is None and not any(folder.glob("*"))
    if not new:
        return _release(folder, lab, text, db)
    if (lab, text) not in _released:
        with tempfile.TemporaryDirectory() as name:
            made = _release(Path(name), lab, text, None)
            files = [path for path in made.rglob("*") if path.is_file()]
            _released[lab, text] = {str(p.relative_to(made)): p.read_bytes() for p in files}
    for name, content in _released[lab, text].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def _release(folder, lab, text, db):
    (folder / "labs").mkdir(parents=True, exist_ok=True)
    (folder / "labs" / f"{lab}.py").write_text(text)
    source = folder / "source" / lab / f"{lab}.ipynb"
    source.parent.mkdir(parents=True, exist_ok=True)
    write_notebook(source_notebook(lab, folder / "labs"), source)
    answer = nbgrader_api(folder, db).generate_assignment(lab, force=True)
    assert answer["success"], answer.get("log")
    return folder


def handout(course, lab=LAB):
    """The notebook that students get, as a dict; every source is one string."""
    notebook = json.loads((course / "release" / lab / f"{lab}.ipynb").read_text())
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
    return notebook


def answered(course, lab=LAB, **answers):
    """The notebook of a student with these answers; those of `ANSWERS` by default."""
    notebook = handout(course, lab)
    answers = answers or ANSWERS
    for cell in notebook["cells"]:
        if name_of(cell) in answers:
            cell["source"] = answers[name_of(cell)]
    return notebook


def name_of(cell):
    return cell["metadata"].get("nbgrader", {}).get("grade_id")


def hand_in(course, student, notebook, lab=LAB, name=None):
    """Write a submission: a notebook as dict, or bytes; returns its path."""
    path = course / "submitted" / student / lab / (name or f"{lab}.ipynb")
    path.parent.mkdir(parents=True, exist_ok=True)
    data = notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode()
    path.write_bytes(data)
    return path


def code(source, **fields):
    """A cell of the student's own."""
    return nbformat.v4.new_code_cell(source) | fields


def rows(course, lab=LAB, db=None):
    """All that the gradebook says about the class."""
    found = {}
    with nbgrader_api(course, db).gradebook as gradebook:
        for submission in gradebook.assignment_submissions(lab):
            (notebook,) = submission.notebooks
            for grade in notebook.grades:
                key = submission.student.id, grade.name
                found[key] = grade.auto_score, grade.manual_score, grade.needs_manual_grade
            for comment in notebook.comments:
                found[submission.student.id, "comment", comment.name] = comment.comment
            found[submission.student.id] = submission.score, submission.total_seconds_late
    return found


def in_gradebook(course, lab=LAB, db=None):
    """Points of every test in the gradebook, by student."""
    found = {}
    with nbgrader_api(course, db).gradebook as gradebook:
        for submission in gradebook.assignment_submissions(lab):
            grades = submission.notebooks[0].grades
            found[submission.student.id] = {
                g.name: g.auto_score for g in grades if re.match("test_", g.name)
            }
    return found
