"""Which of a student's attempts counts: the last, the last before the deadline, or the best.

The one that counts is what lies in ``submitted/``; all of them are kept in ``attempts/``.
"""

import json
from collections.abc import Mapping
from datetime import UTC, timedelta
from pathlib import Path

from grading.records.policy import Policy
from grading.records.submissions import (
    attempts_of,
    find_submissions,
    handed_in_at,
    keep_as_attempt,
    put_forward,
    read_files,
    submission_digest,
)
from grading.whole import whole

NOTE = ".attempts.json"


def choose_in_time(course: Path, lab: str, policy: Policy) -> list[str]:
    """Put the last attempts before the deadline forward, where the policy says that they count.

    Who has none in time is graded by the first of the late ones.

    Returns
    -------
    list of str
        Whose attempt is another one now.
    """
    if policy.lab(lab).attempts != "last before the deadline":
        return []
    changed = []
    for student, attempts in several(course, lab).items():
        in_time = [a for a in attempts if lateness(a, lab, student, policy) <= timedelta(0)]
        if bring_forward(course, lab, student, in_time[-1] if in_time else attempts[0]):
            changed.append(student)
    return changed


def several(course: Path, lab: str) -> dict[str, list[Path]]:
    """All attempts of everybody, the oldest first; what was put in by hand is one too."""
    found, _ = find_submissions(course, lab)
    attempts = {}
    for student in found:
        keep_as_attempt(course, lab, student)
        attempts[student] = attempts_of(course, lab, student)
    return {student: those for student, those in attempts.items() if those}


def lateness(attempt: Path, lab: str, student: str, policy: Policy) -> timedelta:
    """How long after the deadline an attempt came; the grace counts as in time."""
    due, when = policy.due(lab, student), handed_in_at(attempt)
    if due is None or when is None:
        return timedelta(0)
    late = when - due.astimezone(UTC).replace(tzinfo=None)
    rule = policy.lab(lab).late
    return timedelta(0) if rule and late <= rule.grace else late


def bring_forward(course: Path, lab: str, student: str, attempt: Path) -> bool:
    """Make an attempt the one that counts; False where it is already."""
    folder = course / "submitted" / student / lab
    if _is(folder, lab) == _is(attempt, lab):
        return False
    put_forward(course, lab, student, attempt)
    return True


def _is(folder: Path, lab: str) -> tuple[str, object]:
    return submission_digest(read_files(folder, lab)), handed_in_at(folder)


Tests = Mapping[str, tuple[float, float]]  # of each test the score, and what it can give


def read_attempts(course: Path, lab: str) -> dict[str, dict[str, Tests]]:
    """What the tests gave for each attempt, by student and by what it was tried with."""
    try:
        found = json.loads((course / "results" / lab / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {  # an older version noted no more than the sum
        student: {key: tests for key, tests in tried.items() if isinstance(tests, dict)}
        for student, tried in found.items()
    }


def note_attempts(course: Path, lab: str, points: Mapping[str, Mapping[str, Tests]]) -> None:
    """Note what `read_attempts` reads."""
    path = course / "results" / lab / NOTE
    with whole(path) as temporary:
        temporary.write_text(json.dumps(points), encoding="utf-8")
