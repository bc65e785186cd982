"""Export the grades of all labs as a table, with the same points as every other view."""

import csv
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Student
from nbgrader.plugins import ExportPlugin
from sqlalchemy import select

from grading.paths import COURSE
from grading.records.files import writable
from grading.records.instructor import known_labs
from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_lab, read_works
from grading.records.policy import Policy, read_policy
from grading.records.settle import settle
from grading.records.spreadsheet import defused
from grading.records.tables import opened
from grading.whole import whole

COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score",  # nbgrader's own, in its order
    "to_grade_by_hand", "section", "weight",
)  # fmt: skip


def export_rows(api: Any, course: Path) -> list[dict[str, Any]]:
    """A row for each lab and each student in the gradebook, handed in or not."""
    policy = read_policy(course)
    with opened(api) as gradebook:
        students = gradebook.db.execute(
            select(Student.id, Student.last_name, Student.first_name, Student.email)
        ).all()
    rows = []
    for lab in known_labs(api):
        settle(api, lab, course, policy)
        about = read_lab(api, lab)
        works = {work.student: work for work in read_works(api, lab, notes=False)}
        for student, last, first, email in sorted(students):
            work = works.get(student)
            due = work.due if work else policy.due(lab, student)
            rows.append(
                {
                    "assignment": lab,
                    "duedate": _in_zone(due, policy),
                    "timestamp": _in_zone(work.handed_in if work else None, policy),
                    "student_id": student,
                    "last_name": last or "",
                    "first_name": first or "",
                    "email": email or "",
                    "raw_score": round(work.earned, 6) if work else 0.0,
                    "late_submission_penalty": round(work.penalty, 6) if work else 0.0,
                    "score": round(work.total, 6) if work else 0.0,
                    "max_score": about.points,
                    "to_grade_by_hand": len(work.all_waiting) if work else 0,
                    "section": policy.section(student) or "",
                    "weight": policy.lab(lab).weight,
                }
            )
    return rows


def _in_zone(when: datetime | None, policy: Policy) -> str:
    """A time of the gradebook in the class's zone, with the offset from UTC."""
    return policy.local(when).isoformat(" ", "seconds") if when else ""


def export(path: Path, course: Path = COURSE, db: str | None = None) -> int:
    """Write the grades of a class as CSV; return the number of rows."""
    rows = export_rows(nbgrader_api(course, db), course)
    with writable(path.parent):
        _write(path, rows)
    return len(rows)


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    with whole(path) as temporary, open(temporary, "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows({name: _cell(value) for name, value in row.items()} for row in rows)


def _cell(value: Any) -> Any:
    """A text that no spreadsheet reads as a formula: a stranger may have chosen it."""
    return defused(value) if isinstance(value, str) else value


class Exporter(ExportPlugin):
    """The same table for `nbgrader export`."""

    def export(self, gradebook: Any) -> None:
        wanted = self.parent.coursedir
        api = nbgrader_api(Path(wanted.root), wanted.db_url)
        labs = getattr(self, "assignment", None) or []
        students = getattr(self, "student", None) or []
        rows = [
            row
            for row in export_rows(api, Path(wanted.root))
            if (not labs or row["assignment"] in labs)
            and (not students or row["student_id"] in students)
        ]
        _write(Path(self.to or "grades.csv"), rows)
