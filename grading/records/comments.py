"""One comment to all students whose answers are wrong in the same way, kept in the gradebook."""

from collections.abc import Iterable
from typing import Any

from nbgrader.api import MissingEntry

from grading.records.tables import commit, opened, reserve


def comment_on(api: Any, lab: str, name: str, students: Iterable[str], text: str) -> list[str]:
    """Add a comment to the answers to an exercise; earlier comments stay.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
    lab, name : str
        The exercise's name is that of its answer cell.
    students : iterable of str
    text : str

    Returns
    -------
    list of str
        The students who did not have the comment before; nobody gets it twice.
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
        commit(gradebook.db)
    return commented
