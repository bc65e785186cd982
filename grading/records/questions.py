"""One question and all answers to it: what a person reads, and what that person gives.

Points and comments go into nbgrader's own columns, where formgrader's pages put them too.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import (
    Comment,
    Grade,
    MissingEntry,
    Student,
    SubmittedNotebook,
)

from grading.labfile import mark_of
from grading.paths import ClassError
from grading.records.instructor import UnknownLab
from grading.records.lock import at_rest
from grading.records.tables import ANSWERS, answers_of, handed_in, opened
from grading.records.write import EARLIER, answers_in

CHANGED = (
    "This answer has changed since you opened the page. Nothing was saved: "
    "load the page again and read the new one."
)


class Changed(ClassError):
    """The answer is not the one that was read."""


@dataclass(frozen=True)
class Answer:
    """One student's answer to a question.

    Attributes
    ----------
    submission : str
        Its id in formgrader.
    cell : dict or None
        The cell of the graded notebook; None where there is no such file, or another one.
    digest : str
        Of the answer as it was graded.
    points, extra : float or None
        What a person gave; None where nobody did, and for code, which the tests grade.
    machine : float or None
        What the machine gave: 0 for an answer that is missing.
    waits : bool
        Whether it is still to be graded by hand.
    earlier : str
        What was given to an earlier answer, and counts for nothing.
    """

    student: str
    full_name: str
    submission: str
    cell: Mapping[str, Any] | None
    digest: str
    points: float | None
    extra: float | None
    machine: float | None
    waits: bool
    comment: str
    earlier: str


@dataclass(frozen=True)
class Question:
    """A cell that students fill: what it gives by hand (None for code), and all answers to it."""

    name: str
    out_of: float | None
    answers: tuple[Answer, ...]  # by the ids of the submissions, as in formgrader: not by names


def read_question(api: Any, lab: str, name: str, notebook: str | None = None) -> Question:
    """Read all answers to a question.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
    lab, name : str
        The question is the name of its answer's cell.
    notebook : str, optional
        If it is not called as the lab is.

    Raises
    ------
    ClassError
        There is no such question in this lab.
    """
    with opened(api) as gradebook:
        cell, graded = _cells(gradebook, lab, name, notebook or lab)
        grade_cell = graded.id if graded is not None else ""
        rows = gradebook.db.execute(
            handed_in(
                SubmittedNotebook.id,
                Student.id,
                Student.first_name,
                Student.last_name,
                Grade.manual_score,
                Grade.extra_credit,
                Grade.auto_score,
                Grade.needs_manual_grade,
                Comment.manual_comment,
                Comment.auto_comment,
                ANSWERS.c.answers,
            )
            .join(
                Comment,
                (Comment.notebook_id == SubmittedNotebook.id) & (Comment.cell_id == cell.id),
            )
            .outerjoin(
                Grade, (Grade.notebook_id == SubmittedNotebook.id) & (Grade.cell_id == grade_cell)
            )
            .outerjoin(ANSWERS, ANSWERS.c.notebook_id == SubmittedNotebook.id)
            .where(SubmittedNotebook.notebook_id == cell.notebook_id)
            .order_by(SubmittedNotebook.id)
        ).all()
        out_of = graded.max_score if graded is not None else None
    answers = []
    for key, student, first, last, manual, extra, auto, needs, comment, noted, known in rows:
        found, digest = _in_file(api, lab, student, name, notebook or lab)
        if known is not None and digest != json.loads(known).get(name, ""):
            found, digest = None, json.loads(known).get(name, "")  # it is graded just now
        answers.append(
            Answer(
                student=student,
                full_name=" ".join(filter(None, [first, last])),
                submission=key,
                cell=found,
                digest=digest,
                points=manual,
                extra=extra,
                machine=auto,
                waits=bool(needs),
                comment=comment or "",
                earlier=noted if noted and noted.startswith(EARLIER) else "",
            )
        )
    return Question(name, out_of, tuple(answers))


def _cells(gradebook: Any, lab: str, name: str, notebook: str) -> tuple[Any, Any]:
    """The answer's cell, and the same as one that is graded by hand, or None."""
    try:
        known = gradebook.find_notebook(notebook, lab)
    except MissingEntry:
        raise UnknownLab(f"The gradebook does not know {lab}.") from None
    answers = {cell.name: cell for cell in known.solution_cells}
    if name not in answers:
        raise ClassError(f"{lab} has no question {name!r}. It has: {', '.join(sorted(answers))}.")
    return answers[name], next((c for c in known.grade_cells if c.name == name), None)


def _in_file(
    api: Any, lab: str, student: str, name: str, notebook: str
) -> tuple[Mapping[str, Any] | None, str]:
    folder = api.coursedir.format_path(api.coursedir.autograded_directory, student, lab)
    try:
        text = Path(folder, f"{notebook}.ipynb").read_text(encoding="utf-8")
        content = nbformat.from_dict(json.loads(text))
        digests = answers_in(content)
        for cell in content.cells:
            cell.source = "".join(cell.source)
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return None, ""
    for cell in content.cells:
        if mark_of(cell).name == name:
            return cell, digests.get(name, "")
    return None, ""


def give(
    api: Any,
    lab: str,
    name: str,
    student: str,
    digest: str,
    points: float | None,
    extra: float | None,
    comment: str,
    notebook: str | None = None,
) -> None:
    """Write what a person gives to an answer: all of it, or nothing.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
    lab, name, student : str
    digest : str
        Of the answer that was read: another one since then gets nothing.
    points, extra : float or None
        None takes back what was given. For code, which the tests grade, both must be None.
    comment : str
        Markdown; "" for none.
    notebook : str, optional
        If it is not called as the lab is.

    Raises
    ------
    Changed
        The student has handed in another answer since.
    ClassError
        The question cannot be given these points.
    """
    with at_rest(Path(api.coursedir.root), lab, "grading by hand"), opened(api) as gradebook:
        cell, graded = _cells(gradebook, lab, name, notebook or lab)
        _check(points, extra, graded)
        db = gradebook.db
        key = db.execute(
            handed_in(SubmittedNotebook.id).where(
                Student.id == student, SubmittedNotebook.notebook_id == cell.notebook_id
            )
        ).scalar()
        if key is None:
            raise ClassError(f"{student} has no grade for {lab}.")
        known = answers_of(db, key)
        if known is None:
            _, now = _in_file(api, lab, student, name, notebook or lab)
        else:
            now = known.get(name, "")
        if now != digest:
            raise Changed(CHANGED)
        if graded is not None:
            row = db.query(Grade).filter_by(notebook_id=key, cell_id=graded.id).one()
            row.manual_score, row.extra_credit = points, extra
            row.needs_manual_grade = points is None and row.auto_score is None
        said = db.query(Comment).filter_by(notebook_id=key, cell_id=cell.id).one()
        said.manual_comment = comment.strip() or None
        db.commit()


def _check(points: float | None, extra: float | None, graded: Any) -> None:
    if graded is None:
        if points is not None or extra is not None:
            raise ClassError("The tests grade this one; give points to a test in formgrader.")
        return
    if points is not None and not (math.isfinite(points) and 0 <= points <= graded.max_score):
        raise ClassError(f"Points lie between 0 and {graded.max_score:g}.")
    if extra is not None and not (math.isfinite(extra) and extra >= 0):
        raise ClassError("Extra points are a number that is not below zero.")
