"""Who the gradebook knows: names, addresses and the platform's number of each student."""

from collections.abc import Iterable
from datetime import UTC, datetime

from nbgrader.api import MissingEntry, Student


def write_students(api, students: Iterable) -> int:
    """Write students into the gradebook: all of them, or none; returns how many rows changed.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
    students : iterable
        Each with ``id``, ``first_name``, ``last_name``, ``email``, ``lms_id``; what is "" stays as
        the gradebook has it.
    """
    changed = 0
    with api.gradebook as gradebook:
        rows = {row.id: row for row in gradebook.db.query(Student)}
        for student in students:
            row = rows.get(student.id)
            if row is None:
                row = Student(id=student.id)
                gradebook.db.add(row)
            said = {
                "first_name": student.first_name,
                "last_name": student.last_name,
                "email": student.email,
                "lms_user_id": student.lms_id,
            }
            new = {name: value for name, value in said.items() if value}
            if row not in gradebook.db.new and all(getattr(row, n) == v for n, v in new.items()):
                continue
            changed += 1
            for name, value in new.items():
                setattr(row, name, value)
        gradebook.db.commit()
    return changed


def due_date(api, lab: str) -> datetime | None:
    """When the gradebook says that a lab is due, in UTC; None where it does not."""
    with api.gradebook as gradebook:
        try:
            date = gradebook.find_assignment(lab).duedate
        except MissingEntry:
            return None
    return date and date.replace(tzinfo=UTC)


def read_students(api) -> list[tuple[str, str, str, str, str]]:
    """Of each student in the gradebook: id, first name, last name, address, platform's number."""
    with api.gradebook as gradebook:
        rows = gradebook.db.query(Student)
        return [
            (r.id, r.first_name or "", r.last_name or "", r.email or "", r.lms_user_id or "")
            for r in rows
        ]
