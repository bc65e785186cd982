"""One sentence to all whose answers are wrong in the same way, kept in the gradebook."""

from collections.abc import Iterable
from typing import Any

from nbgrader.api import MissingEntry

from grading.records.tables import opened, reserve


def comment_on(api: Any, lab: str, name: str, students: Iterable[str], text: str) -> list[str]:
    """Write a comment on the answer to an exercise; what was said there before stays.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
    lab, name : str
        The exercise is the name of its answer's cell.
    students : iterable of str
    text : str

    Returns
    -------
    list of str
        Who has it now and had not before: said twice, it is there once.
    """
    commented = []
    with opened(api) as gradebook:
        reserve(gradebook.db)
        for student in students:
            try:
                row = gradebook.find_comment(name, lab, lab, student)
            except MissingEntry:
                continue
            before = row.manual_comment or ""
            if f"\n\n{text}\n\n" in f"\n\n{before}\n\n":
                continue
            row.manual_comment = f"{before}\n\n{text}" if before else text
            commented.append(student)
        gradebook.db.commit()
    return commented
