"""Make formgrader's lists show the same totals as every other view, after policy and penalties.

nbgrader's own lists only add up the grades, and ignore the class's policy.
"""

import contextlib
import functools
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, Student, SubmittedNotebook
from nbgrader.apps.api import NbGraderAPI
from sqlalchemy import func, select

from grading.paths import Problem
from grading.records.policy import Policy, policy_or_default
from grading.records.settle import settle
from grading.records.tables import handed_in, opened


def install() -> None:
    """Replace the lists of `NbGraderAPI` that formgrader uses; a second call changes nothing."""
    for name, change in (
        ("get_submissions", _submissions),
        ("get_student_submissions", _of_student),
        ("get_students", _students),
        ("get_assignment", _assignment),
    ):
        stock = getattr(NbGraderAPI, name)
        if not hasattr(stock, "stock"):
            replaced = _replaced(stock, change)
            replaced.stock = stock  # type: ignore[attr-defined]
            setattr(NbGraderAPI, name, replaced)


def _replaced(stock: Callable[..., Any], change: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(stock)
    def listed(self: Any, *arguments: Any, **options: Any) -> Any:
        labs = [] if change is _assignment else _labs(self)
        for lab in arguments if change is _submissions else labs:
            with contextlib.suppress(Problem):  # our own verbs report an error in the policy
                settle(self, lab, Path(self.coursedir.root))
        return change(self, stock(self, *arguments, **options), *arguments)

    return listed


def _labs(api: Any) -> list[str]:
    with opened(api) as gradebook:
        return list(gradebook.db.execute(select(Assignment.name)).scalars())


def _penalties(api: Any) -> dict[tuple[str, str], float]:
    """The penalty, by student and lab."""
    taken = func.coalesce(func.sum(SubmittedNotebook.late_submission_penalty), 0.0)
    with opened(api) as gradebook:
        rows = gradebook.db.execute(
            handed_in(Student.id, Assignment.name, taken).group_by(Student.id, Assignment.name)
        )
        return {(student, lab): points for student, lab, points in rows if points}


def _submissions(api: Any, rows: list[dict[str, Any]], lab: str) -> list[dict[str, Any]]:
    taken, policy = _penalties(api), _policy(api)
    points = [taken.get((row["student"], lab), 0.0) for row in rows]
    return [_shown(policy, _less(*pair), "timestamp") for pair in zip(rows, points, strict=True)]


def _of_student(api: Any, rows: list[dict[str, Any]], student: str) -> list[dict[str, Any]]:
    taken, policy = _penalties(api), _policy(api)
    points = [taken.get((student, row["name"]), 0.0) for row in rows]
    return [_shown(policy, _less(*pair), "timestamp") for pair in zip(rows, points, strict=True)]


def _assignment(api: Any, row: dict[str, Any] | None, *_: Any) -> dict[str, Any] | None:
    return row and _shown(_policy(api), row, "duedate")


def _policy(api: Any) -> Policy:
    return policy_or_default(Path(api.coursedir.root))


def _shown(policy: Policy, row: dict[str, Any], name: str) -> dict[str, Any]:
    """A row with its time in the class's zone; nbgrader shows UTC."""
    if not row.get(name):
        return row
    when = policy.local(datetime.fromisoformat(row[name]))
    return row | {f"display_{name}": when.strftime("%Y-%m-%d %H:%M:%S %Z")}


def _students(api: Any, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    sums: dict[str, float] = {}
    for (student, _), points in _penalties(api).items():
        sums[student] = sums.get(student, 0.0) + points
    return [_less(row, sums.get(row["id"], 0.0)) for row in rows]


def _less(row: dict[str, Any], points: float) -> dict[str, Any]:
    return row | {"score": max(0.0, (row.get("score") or 0.0) - points)} if points else row
