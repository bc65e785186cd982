"""The students in the gradebook: name, address and platform number of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from nbgrader.api import MissingEntry, Student

from grading.records.tables import commit, opened


@dataclass(frozen=True)
class Enrolled:
    """A student in the roster or the gradebook; unknown fields are ""."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    section: str = ""
    lms_id: str = ""

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


def write_students(api: Any, students: Iterable[Enrolled]) -> int:
    """Write students into the gradebook, all or none; return how many rows changed.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
    students : iterable of Enrolled
        Fields that are "" stay as the gradebook has them.
    """
    changed = 0
    with opened(api) as gradebook:
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
        commit(gradebook.db)
    return changed


def due_date(api: Any, lab: str) -> datetime | None:
    """When a lab is due according to the gradebook, in UTC, or None."""
    with opened(api) as gradebook:
        try:
            date = gradebook.find_assignment(lab).duedate
        except MissingEntry:
            return None
    return date and date.replace(tzinfo=UTC)


def read_students(api: Any) -> list[Enrolled]:
    """The students in the gradebook, which has no sections."""
    with opened(api) as gradebook:
        return [
            Enrolled(
                row.id,
                row.first_name or "",
                row.last_name or "",
                row.email or "",
                lms_id=row.lms_user_id or "",
            )
            for row in gradebook.db.query(Student)
        ]
