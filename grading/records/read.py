"""What is known of a class's work on a lab: its exercises, and what each student did in them.

Points and comments are the gradebook's. What the engine noted beside them (remarks, diagnoses,
seconds) is in ``results/``, and is missing where `nbgrader autograde` graded.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import BaseCell, Comment, Grade, Student, SubmittedAssignment, SubmittedNotebook

from grading.classroom.autograde import instructors_notebook, read_result
from grading.labfile import name_tested
from grading.paths import ClassError

TITLE = re.compile(r"^# +(.+?)\s*$", re.M)


@dataclass(frozen=True)
class Item:
    """A graded cell: a test, or an answer in words that is graded by hand."""

    name: str
    points: float
    written: bool


@dataclass(frozen=True)
class Exercise:
    """A name that students define, with its tests; or one written answer."""

    name: str
    items: tuple

    @property
    def points(self):
        return sum(item.points for item in self.items)

    @property
    def written(self):
        return self.items[0].written


@dataclass(frozen=True)
class Lab:
    """A lab as the gradebook knows it, its exercises in their order."""

    name: str
    title: str
    exercises: tuple

    @property
    def points(self):
        return sum(exercise.points for exercise in self.exercises)


@dataclass
class Work:
    """One student's work on a lab.

    points is the gradebook's score of each graded cell, None while it waits to be graded by hand;
    comments are on solution cells; penalty is taken off for being late. The rest is the engine's:
    remarks are sentences, answered says what was filled in, reasons why each test failed,
    diagnoses what each wrong answer comes from, seconds the time by stage.
    """

    student: str
    full_name: str
    points: dict = field(default_factory=dict)
    comments: dict = field(default_factory=dict)
    penalty: float = 0
    remarks: list = field(default_factory=list)
    answered: dict = field(default_factory=dict)
    reasons: dict = field(default_factory=dict)
    diagnoses: dict = field(default_factory=dict)
    seconds: dict = field(default_factory=dict)

    def score(self, exercise):
        """Points for an exercise, of what is graded so far."""
        return sum(self.points.get(item.name) or 0 for item in exercise.items)

    def waits(self, exercise):
        """Whether some of it is still to be graded by hand."""
        return any(self.points.get(item.name, 0) is None for item in exercise.items)

    @property
    def total(self):
        """As nbgrader exports it: with the penalty for being late, never below zero."""
        return max(0, sum(points or 0 for points in self.points.values()) - self.penalty)

    @property
    def all_waiting(self):
        """Names of the cells that are still to be graded by hand."""
        return [name for name, points in self.points.items() if points is None]


def read_lab(api, name, notebook=None):
    """Read a lab's exercises: of the instructor's cells, in their order.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
        Or whatever else has its ``gradebook`` and ``coursedir``.
    name : str
    notebook : str, optional
        If it is not called as the lab is.
    """
    cells = json.loads(instructors_notebook(api, name, notebook))["cells"]
    marks = [cell["metadata"].get("nbgrader") for cell in cells]
    answers = [m["grade_id"] for m in marks if m and m["solution"] and not m["grade"]]
    found = {}
    for mark in filter(None, marks):
        if mark["solution"]:
            found.setdefault(mark["grade_id"], [])
        if mark["grade"]:
            written = mark["solution"] or mark["cell_type"] == "markdown"
            item = Item(mark["grade_id"], float(mark.get("points", 0)), written)
            found.setdefault(_exercise(item, answers), []).append(item)
    texts = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    titles = [match[1] for text in texts if (match := TITLE.search(text))]
    exercises = [Exercise(name, tuple(items)) for name, items in found.items() if items]
    return Lab(notebook or name, titles[0] if titles else name, tuple(exercises))


def _exercise(item, answers):
    """The name that a test is about: ``test_conv_1d_kinds`` is about ``conv_1d``."""
    return item.name if item.written else name_tested(item.name, answers) or item.name


def read_works(api, lab, students=None, notebook=None):
    """Read the work of those who handed in `lab`, by name.

    Raises
    ------
    ClassError
        One of `students` has no grade.
    """
    with api.gradebook as gradebook:
        works = _from_gradebook(gradebook.db, gradebook.find_assignment(lab).id, notebook or lab)
    if missing := set(students or ()) - works.keys():
        raise ClassError(
            f"{', '.join(sorted(missing))}: no grade for {lab}. Grade first: "
            f"`python -m grading autograde {lab}`."
        )
    wanted = [works[name] for name in sorted(works) if not students or name in students]
    for work in wanted:
        _add_what_the_engine_noted(work, Path(api.coursedir.root), lab)
    return wanted


def _from_gradebook(db, assignment, notebook):
    """One query for each kind of row: nbgrader's objects would ask for every cell."""
    of_lab = SubmittedAssignment.assignment_id == assignment
    handed_in = db.query(
        SubmittedNotebook.id, Student, SubmittedNotebook.late_submission_penalty
    ).select_from(SubmittedNotebook)
    handed_in = handed_in.join(SubmittedNotebook.assignment).join(SubmittedAssignment.student)
    handed_in = handed_in.filter(of_lab, SubmittedNotebook.notebook.has(name=notebook))
    works = {}
    for key, student, penalty in handed_in:
        full_name = " ".join(filter(None, [student.first_name, student.last_name]))
        works[key] = Work(student.id, full_name, penalty=penalty or 0)
    rows = db.query(
        Grade.notebook_id, BaseCell.name, Grade.score, Grade.auto_score, Grade.manual_score
    )
    rows = rows.join(BaseCell, Grade.cell_id == BaseCell.id)
    for key, name, score, *given in rows.filter(Grade.notebook_id.in_(list(works))):
        works[key].points[name] = None if given == [None, None] else score
    rows = db.query(Comment.notebook_id, BaseCell.name, Comment.comment)
    rows = rows.join(BaseCell, Comment.cell_id == BaseCell.id)
    for key, name, comment in rows.filter(Comment.notebook_id.in_(list(works))):
        if comment:
            works[key].comments[name] = comment
    return {work.student: work for work in works.values()}


def _add_what_the_engine_noted(work, course, lab):
    noted = read_result(course, lab, work.student)
    if noted is None:
        return
    work.remarks = list(noted.remarks)
    work.answered = noted.answered
    work.reasons = {name: test.why for name, test in noted.tests.items()}
    work.diagnoses = noted.diagnoses
    work.seconds = noted.seconds


def read_absent(api, lab):
    """Ids of the students that the gradebook knows and that did not hand in `lab`."""
    with api.gradebook as gradebook:
        there = {submission.student_id for submission in gradebook.assignment_submissions(lab)}
        return sorted(student.id for student in gradebook.students if student.id not in there)
