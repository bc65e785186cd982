"""The one reader of points: a lab's exercises, and what each student has earned in them.

`scores`, the feedback pages, the report, the export and formgrader's list get their points here;
none of them adds up points itself. Points and comments come from the gradebook, after the class's
policy is applied. The engine's notes (remarks, diagnoses, seconds) come from ``results/``, and are
missing if another engine graded.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    GradeCell,
    MissingEntry,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import select

from grading.engine.model import Diagnosis
from grading.labfile import mark_of, name_tested
from grading.paths import COURSE, ClassError
from grading.records.instructor import instructors_notebook, not_known
from grading.records.nbgrader import nbgrader_api
from grading.records.policy import LabPolicy, read_policy
from grading.records.results import read_result
from grading.records.settle import settle
from grading.records.tables import handed_in, opened
from grading.records.write import EARLIER

TITLE = re.compile(r"^# +(.+?)\s*$", re.M)


@dataclass(frozen=True)
class Item:
    """A graded cell: a test, or a written answer that is graded by hand.

    points is its maximum that counts toward the total. void is the reason why it does not count
    normally, bonus the reason why its points come on top; "" means no reason was given.
    """

    name: str
    points: float
    written: bool
    void: str | None = None
    bonus: str | None = None
    own: float | None = None  # the lab's own points, if the policy changes them

    @property
    def worth(self) -> float:
        """The points for a full solution, as the lab has them."""
        return self.points if self.own is None else self.own


@dataclass(frozen=True)
class Exercise:
    """A name that students define, with its tests, or one written answer."""

    name: str
    items: tuple[Item, ...]

    @property
    def points(self) -> float:
        return sum(item.points for item in self.items)

    @property
    def written(self) -> bool:
        return self.items[0].written


@dataclass(frozen=True)
class Lab:
    """A lab as the gradebook has it, its exercises in order."""

    name: str
    title: str
    exercises: tuple[Exercise, ...]
    zone: tzinfo = UTC  # in which times are shown

    @property
    def points(self) -> float:
        return sum(exercise.points for exercise in self.exercises)

    @property
    def by_hand_first(self) -> list[str]:
        """Names of the exercises, those graded by hand first."""
        return [e.name for e in sorted(self.exercises, key=lambda e: not e.written)]


@dataclass
class Work:
    """One student's work on a lab.

    Attributes
    ----------
    points : dict
        The score of each graded cell, None if it is still to be graded by hand.
    comments : dict
        The grader's comment on each answer.
    by_hand : set
        Cells whose points, or extra points, were given by hand.
    to_confirm : set
        Tests whose points by hand were given to an earlier answer and no longer count.
    penalty : float
        Points taken off for being late.
    handed_in, due : datetime.datetime or None
        In UTC, without a zone, as nbgrader stores them; due includes the extension.
    remarks, answered, reasons, diagnoses, seconds
        The engine's notes: sentences, what was filled in, why each test failed, the diagnosis of
        each wrong answer, seconds by stage.
    """

    student: str
    full_name: str
    points: dict[str, float | None] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    by_hand: set[str] = field(default_factory=set)
    to_confirm: set[str] = field(default_factory=set)
    penalty: float = 0.0
    handed_in: datetime | None = None
    due: datetime | None = None
    remarks: list[str] = field(default_factory=list)
    answered: dict[str, bool] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    diagnoses: dict[str, Diagnosis] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def score(self, exercise: Exercise) -> float:
        """Points for an exercise, as far as it is graded."""
        return sum(self.points.get(item.name) or 0 for item in exercise.items)

    def waits(self, exercise: Exercise) -> bool:
        """Whether some of it is still to be graded by hand."""
        return any(self.points.get(item.name, 0) is None for item in exercise.items)

    @property
    def earned(self) -> float:
        """All points, before the penalty."""
        return sum(points or 0 for points in self.points.values())

    @property
    def total(self) -> float:
        """The total as nbgrader exports it: less the late penalty, never below zero."""
        return max(0.0, self.earned - self.penalty)

    def is_late(self, rules: LabPolicy) -> bool:
        return bool(self.handed_in and self.due and rules.is_late(self.handed_in - self.due))

    @property
    def all_waiting(self) -> list[str]:
        """Names of the cells that are still to be graded by hand."""
        return [name for name, points in self.points.items() if points is None]


def read_lab(api: Any, name: str, notebook: str | None = None) -> Lab:
    """Read a lab's exercises from the instructor's cells, in their order.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
        Or any object with its ``gradebook`` and ``coursedir``.
    name : str
    notebook : str, optional
        The notebook's name, if it is not the lab's.
    """
    cells = json.loads(instructors_notebook(api, name, notebook))["cells"]
    rules = read_policy(Path(api.coursedir.root))
    policy = rules.lab(name)
    counted = _points_now(api, name, notebook or name)
    marks = [mark_of(cell) for cell in cells]
    answers = [mark.name for mark in marks if mark.kind == "solution"]
    found: dict[str, list[Item]] = {}
    for mark, cell in zip(marks, cells, strict=True):
        if mark.answer:
            found.setdefault(mark.name, [])
        if mark.graded:
            void = policy.void.get(mark.name)
            item = Item(
                name=mark.name,
                points=counted.get(mark.name, 0.0),
                written=mark.answer or cell["cell_type"] == "markdown",
                void=void.reason if void else None,
                bonus=policy.bonus.get(mark.name),
                own=mark.points,
            )
            found.setdefault(_exercise(item, answers), []).append(item)
    texts = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    titles = [match[1] for text in texts if (match := TITLE.search(text))]
    exercises = [Exercise(name, tuple(items)) for name, items in found.items() if items]
    title = titles[0] if titles else name
    return Lab(notebook or name, title, tuple(exercises), rules.time_zone)


def _exercise(item: Item, answers: list[str]) -> str:
    """The name that a test is about: ``test_conv_1d_kinds`` is about ``conv_1d``."""
    return item.name if item.written else name_tested(item.name, answers) or item.name


def _points_now(api: Any, lab: str, notebook: str) -> dict[str, float]:
    """The maximum points of each graded cell in the gradebook."""
    with opened(api) as gradebook:
        found = gradebook.find_notebook(notebook, lab)
        return {cell.name: cell.max_score for cell in found.grade_cells}


def read_works(
    api: Any,
    lab: str,
    students: Iterable[str] | None = None,
    notebook: str | None = None,
    notes: bool = True,
) -> list[Work]:
    """Read the work of all who handed in `lab`, sorted by student.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
    lab : str
    students : iterable of str, optional
        Only these.
    notebook : str, optional
        The notebook's name, if it is not the lab's.
    notes : bool
        Whether to read the engine's notes, one file per student.

    Raises
    ------
    ClassError
        If the gradebook does not know the lab, or one of `students` has no grade.
    """
    with opened(api) as gradebook:
        try:
            assignment = gradebook.find_assignment(lab)
        except MissingEntry:
            raise not_known(gradebook, lab) from None
        works = _from_gradebook(gradebook.db, assignment, notebook or lab)
    students = list(students or ())
    if missing := set(students) - works.keys():
        raise ClassError(
            f"{', '.join(sorted(missing))}: no grade for {lab}. Grade first: "
            f"`python -m grading autograde {lab}`."
        )
    wanted = [works[name] for name in sorted(works) if not students or name in students]
    if notes:
        for work in wanted:
            _add_what_the_engine_noted(work, Path(api.coursedir.root), lab)
    return wanted


def _from_gradebook(db: Any, assignment: Any, notebook: str) -> dict[str, Work]:
    """Read with one query per kind of row: nbgrader's objects would make one per cell."""
    submissions = (
        handed_in(
            SubmittedNotebook.id,
            Student.id,
            Student.first_name,
            Student.last_name,
            SubmittedNotebook.late_submission_penalty,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
        )
        .join(SubmittedNotebook.notebook)
        .where(Assignment.id == assignment.id, Notebook.name == notebook)
    )
    of_lab = submissions.with_only_columns(SubmittedNotebook.id)
    works = {}
    for key, student, first, last, penalty, when, extension in db.execute(submissions):
        due = assignment.duedate
        works[key] = Work(
            student,
            " ".join(filter(None, [first, last])),
            penalty=penalty or 0.0,
            handed_in=when,
            due=due + extension if due and extension else due,
        )
    rows = db.execute(
        select(
            Grade.notebook_id,
            BaseCell.name,
            Grade.score,
            Grade.auto_score,
            Grade.manual_score,
            Grade.extra_credit,
            Grade.needs_manual_grade,
        )
        .select_from(Grade)
        .join(BaseCell.__table__, Grade.cell_id == BaseCell.__table__.c.id)
        .join(GradeCell.__table__, GradeCell.__table__.c.id == Grade.cell_id)
        .where(Grade.notebook_id.in_(of_lab))
    )
    for key, name, score, auto, manual, extra, needs in rows:
        work = works[key]
        work.points[name] = None if (auto, manual) == (None, None) else score
        if manual is not None or extra:
            work.by_hand.add(name)
        elif needs and auto is not None:
            work.to_confirm.add(name)
    said = db.execute(
        select(Comment.notebook_id, BaseCell.name, Comment.manual_comment, Comment.auto_comment)
        .join(BaseCell, Comment.cell_id == BaseCell.id)
        .where(Comment.notebook_id.in_(of_lab))
    )
    for key, name, manual, auto in said:
        comment = manual or auto
        if comment and not comment.startswith(EARLIER):  # meant for the grader, until confirmed
            works[key].comments[name] = comment
    return {work.student: work for work in works.values()}


def _add_what_the_engine_noted(work: Work, course: Path, lab: str) -> None:
    noted = read_result(course, lab, work.student)
    if noted is None:
        return
    work.remarks = list(noted.remarks)
    work.answered = noted.answered
    work.reasons = {name: test.why for name, test in noted.tests.items()}
    work.diagnoses = noted.diagnoses
    work.seconds = noted.seconds


def read_absent(api: Any, lab: str) -> list[str]:
    """Ids of the students in the gradebook who did not hand in `lab`."""
    with opened(api) as gradebook:
        there = {submission.student_id for submission in gradebook.assignment_submissions(lab)}
        return sorted(student.id for student in gradebook.students if student.id not in there)


@dataclass(frozen=True)
class Score:
    """One student's result in one lab, as every view shows it.

    points is after the penalty. Written answers count once they are graded by hand; written is the
    maximum that ungraded ones can still give.
    """

    student: str
    lab: str
    points: float
    out_of: float
    written: float
    failed: tuple[str, ...]  # names of the tests that did not give full points
    penalty: float = 0.0
    full_name: str = ""
    handed_in: datetime | None = None  # in UTC, without a zone
    late: bool = False


def scores(lab: str, course: Path = COURSE, db: str | None = None) -> list[Score]:
    """Points of all who have a grade for `lab`, sorted by student, after the class's policy."""
    api = nbgrader_api(course, db)
    policy = read_policy(course)
    settle(api, lab, course, policy)
    about = read_lab(api, lab)
    items = {item.name: item for exercise in about.exercises for item in exercise.items}
    found = []
    for work in read_works(api, lab, notes=False):
        failed = [
            name
            for name, item in items.items()
            if not item.written and item.void is None and (work.points.get(name) or 0) < item.worth
        ]
        found.append(
            Score(
                student=work.student,
                lab=lab,
                points=work.total,
                out_of=about.points,
                written=sum(items[n].points for n in work.all_waiting if n in items),
                failed=tuple(sorted(failed)),
                penalty=work.penalty,
                full_name=work.full_name,
                handed_in=work.handed_in,
                late=work.is_late(policy.lab(lab)),
            )
        )
    return found
