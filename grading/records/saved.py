"""Save points and comments from formgrader's page of a submission only to the answer it shows.

The page may have been opened before a newer answer was graded. So each save names the answer that
the page shows, and is refused if the answer has changed.
"""

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

from grading.records.questions import CHANGED, Changed
from grading.records.tables import answers_of, commit, reserve, translated
from grading.records.write import Cells


def answers_shown(db: Any, notebook: Any) -> dict[str, str]:
    """Digests of a submission's answers as graded, by the cells that belong to them.

    Parameters
    ----------
    db : sqlalchemy.orm.Session
    notebook : nbgrader.api.SubmittedNotebook

    Returns
    -------
    dict of str to str
        By the name of each cell that gets points or a comment; "" if unknown.
    """
    cells = Cells(
        {cell.id: cell.name for cell in notebook.notebook.grade_cells},
        {cell.id: cell.name for cell in notebook.notebook.solution_cells},
    )
    known = answers_of(db, notebook.id) or {}
    return {name: known.get(cells.about(name), "") for name in sorted(cells.graded | cells.answers)}


def save_points(gradebook: Any, key: str, said: Mapping[str, Any]) -> dict[str, Any]:
    """Save a grade from a page as nbgrader does, if the page shows the graded answer.

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
        The grade in the page's format.

    Raises
    ------
    nbgrader.api.MissingEntry
        If there is no such grade.
    Changed
        If another answer has been graded since. Nothing was saved.
    """
    with _alone(gradebook.db):
        grade = gradebook.find_grade_by_id(key)
        _check(gradebook.db, grade, said)
        grade.manual_score = said.get("manual_score")
        grade.extra_credit = said.get("extra_credit")
        grade.needs_manual_grade = grade.manual_score is None and grade.auto_score is None
        commit(gradebook.db)
    return grade.to_dict() | _answer(said)


def save_comment(gradebook: Any, key: str, said: Mapping[str, Any]) -> dict[str, Any]:
    """The same for a comment: ``manual_comment``."""
    with _alone(gradebook.db):
        comment = gradebook.find_comment_by_id(key)
        _check(gradebook.db, comment, said)
        comment.manual_comment = said.get("manual_comment")
        commit(gradebook.db)
    return comment.to_dict() | _answer(said)


@contextlib.contextmanager
def _alone(db: Any) -> Iterator[None]:
    """Let nobody grade between reading and writing here; roll back on failure."""
    try:
        with translated():
            db.rollback()  # drop what an earlier request read
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
