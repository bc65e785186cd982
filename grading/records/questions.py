"""One question and all answers to it, for grading by hand.

Points and comments go into nbgrader's own columns, as those of formgrader's pages do.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Comment, Grade, MissingEntry, Student, SubmittedNotebook

from grading.labfile import mark_of
from grading.paths import ClassError
from grading.records.instructor import UnknownLab
from grading.records.lock import at_rest
from grading.records.tables import ANSWERS, answers_of, commit, handed_in, opened, own_points
from grading.records.write import EARLIER, answers_in

CHANGED = (
    "This answer has changed since you opened the page. Nothing was saved: "
    "reload the page and read the new answer."
)


class Changed(ClassError):
    """The answer is no longer the one that the grader read."""


@dataclass(frozen=True)
class Answer:
    """One student's answer to a question.

    Attributes
    ----------
    submission : str
        The submission's id in formgrader.
    cell : dict or None
        The cell of the graded notebook; None if the file is missing or has changed.
    digest : str
        Digest of the answer as it was graded.
    points, extra : float or None
        Points given by hand; None if there are none, and for code, which the tests grade.
    machine : float or None
        Points given by the machine: 0 for a missing answer.
    waits : bool
        Whether it is still to be graded by hand.
    earlier : str
        The points and comment of an earlier answer, which no longer count.
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
    """An answer cell: its maximum by hand (None for code), and all students' answers.

    The maximum is the lab's own, also where the policy makes the question a bonus.
    """

    name: str
    out_of: float | None
    answers: tuple[Answer, ...]  # sorted by submission id as in formgrader, not by name


def read_question(api: Any, lab: str, name: str, notebook: str | None = None) -> Question:
    """Read all answers to a question.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
    lab, name : str
        The question's name is that of its answer cell.
    notebook : str, optional
        The notebook's name, if it is not the lab's.

    Raises
    ------
    ClassError
        If the lab has no such question.
    """
    with opened(api) as gradebook:
        cell, graded = _cells(gradebook, lab, name, notebook or lab)
        grade_cell = graded.id if graded is not None else ""
        out_of = _most(gradebook.db, graded)
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
    answers = []
    for key, student, first, last, manual, extra, auto, needs, comment, noted, known in rows:
        found, digest = _in_file(api, lab, student, name, notebook or lab)
        if known is not None and digest != json.loads(known).get(name, ""):
            found, digest = None, json.loads(known).get(name, "")  # it is being graded now
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
    """The answer cell, and its row as a cell graded by hand, or None."""
    try:
        known = gradebook.find_notebook(notebook, lab)
    except MissingEntry:
        raise UnknownLab(f"The gradebook does not know {lab}.") from None
    answers = {cell.name: cell for cell in known.solution_cells}
    if name not in answers:
        raise ClassError(
            f"{lab} has no question {name!r}. Its questions are: {', '.join(sorted(answers))}."
        )
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
    """Write the points and comment given to an answer: all of it, or nothing.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
    lab, name, student : str
    digest : str
        Digest of the answer that the grader read: a newer answer gets nothing.
    points, extra : float or None
        None removes the points given. For code, which the tests grade, both must be None.
    comment : str
        Markdown; "" for none.
    notebook : str, optional
        The notebook's name, if it is not the lab's.

    Raises
    ------
    Changed
        If the student has handed in another answer since.
    ClassError
        If the question cannot get these points.
    """
    with at_rest(Path(api.coursedir.root), lab, "grading by hand"), opened(api) as gradebook:
        cell, graded = _cells(gradebook, lab, name, notebook or lab)
        db = gradebook.db
        _check(points, extra, _most(db, graded))
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
        commit(db)


def _most(db: Any, graded: Any) -> float | None:
    return None if graded is None else own_points(db).get(graded.id, graded.max_score)


def _check(points: float | None, extra: float | None, most: float | None) -> None:
    if most is None:
        if points is not None or extra is not None:
            raise ClassError("Tests grade this answer; give points to a test in formgrader.")
        return
    if points is not None and not (math.isfinite(points) and 0 <= points <= most):
        raise ClassError(f"Points must lie between 0 and {most:g}.")
    if extra is not None and not (math.isfinite(extra) and extra >= 0):
        raise ClassError("Extra points must be zero or more.")
