"""What formgrader's page of a submission saves goes to the answer that stood on it, or nowhere.

A page may have been opened before the student's newer answer was graded. So it says with each save
which answer it shows, and what is given to another one by now is refused.
"""

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

from grading.records.questions import CHANGED, Changed
from grading.records.tables import answers_of, reserve, translated
from grading.records.write import Cells


def answers_shown(db: Any, notebook: Any) -> dict[str, str]:
    """Digests of the answers of a submission as it was graded: of each cell what it is about.

    Parameters
    ----------
    db : sqlalchemy.orm.Session
    notebook : nbgrader.api.SubmittedNotebook

    Returns
    -------
    dict of str to str
        By the name of each cell that gets points or a comment; "" where it is not known.
    """
    cells = Cells(
        {cell.id: cell.name for cell in notebook.notebook.grade_cells},
        {cell.id: cell.name for cell in notebook.notebook.solution_cells},
    )
    known = answers_of(db, notebook.id) or {}
    return {name: known.get(cells.about(name), "") for name in sorted(cells.graded | cells.answers)}


def save_points(gradebook: Any, key: str, said: Mapping[str, Any]) -> dict[str, Any]:
    """Save what a page says of a grade: as nbgrader does, if it is of the answer that is graded.

    Parameters
    ----------
    gradebook : nbgrader.api.Gradebook
    key : str
        The grade's id.
    said : mapping
        ``manual_score`` and ``extra_credit``; ``answer``, a digest, if the page knows it.

    Returns
    -------
    dict
        The grade as the page reads it.

    Raises
    ------
    nbgrader.api.MissingEntry
        There is no such grade.
    Changed
        Another answer has been graded since. Nothing was saved.
    """
    with _alone(gradebook.db):
        grade = gradebook.find_grade_by_id(key)
        _check(gradebook.db, grade, said)
        grade.manual_score = said.get("manual_score")
        grade.extra_credit = said.get("extra_credit")
        grade.needs_manual_grade = grade.manual_score is None and grade.auto_score is None
        gradebook.db.commit()
    return grade.to_dict() | _answer(said)


def save_comment(gradebook: Any, key: str, said: Mapping[str, Any]) -> dict[str, Any]:
    """The same of a comment: ``manual_comment``."""
    with _alone(gradebook.db):
        comment = gradebook.find_comment_by_id(key)
        _check(gradebook.db, comment, said)
        comment.manual_comment = said.get("manual_comment")
        gradebook.db.commit()
    return comment.to_dict() | _answer(said)


@contextlib.contextmanager
def _alone(db: Any) -> Iterator[None]:
    """Between what is read here and what is written nobody grades; what fails leaves nothing."""
    try:
        with translated():
            db.rollback()  # what an earlier request has read is old
            reserve(db)
        yield
    except BaseException:
        db.rollback()
        raise


def _check(db: Any, row: Any, said: Mapping[str, Any]) -> None:
    if "answer" in said and said["answer"] != answers_shown(db, row.notebook).get(row.name, ""):
        raise Changed(CHANGED)


def _answer(said: Mapping[str, Any]) -> dict[str, Any]:
    return {"answer": said["answer"]} if "answer" in said else {}
