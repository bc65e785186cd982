"""Which of a student's attempts counts: the last, the last before the deadline, or the best.

The one that counts is in ``submitted/``; all of them are kept in ``attempts/``.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from grading.records.files import read_json
from grading.records.policy import BEFORE, Policy
from grading.records.submissions import (
    attempts_of,
    find_submissions,
    handed_in_at,
    keep_as_attempt,
    put_forward,
    read_files,
    submission_digest,
    write_stamp,
)
from grading.whole import write_whole

NOTE = ".attempts.json"
SAID = ".lateness.json"
CHOSEN = ".chosen.json"  # the attempt chosen by a rule, not by a person
IN_TIME, LATE = "in time", "late"


def choose_by_time(course: Path, lab: str, policy: Policy) -> list[str]:
    """Let the last attempts count, or the last before the deadline, as the policy says.

    If all attempts are late, the first one counts. The last attempt counts already, unless another
    rule chose one or a person put another one in its place.

    Returns
    -------
    list of str
        Students for whom another attempt counts now.
    """
    rule = policy.lab(lab).attempts
    if rule == "last":
        return _undo_choices(course, lab)
    if rule != BEFORE:
        return []
    return [
        student
        for student, attempts in several(course, lab).items()
        if bring_forward(course, lab, student, _in_time(attempts, lab, student, policy))
    ]


def _in_time(attempts: list[Path], lab: str, student: str, policy: Policy) -> Path:
    """The last attempt that is not late; the first one if all are late."""
    found = [a for a in attempts if lateness(a, lab, student, policy) <= timedelta(0)]
    return found[-1] if found else attempts[0]


def put_by_policy(course: Path, lab: str, student: str, policy: Policy) -> None:
    """Let the attempt of one student count that the policy chooses; the newest counts already."""
    attempts = attempts_of(course, lab, student)
    if attempts and policy.lab(lab).attempts == BEFORE:
        bring_forward(course, lab, student, _in_time(attempts, lab, student, policy))


def _undo_choices(course: Path, lab: str) -> list[str]:
    changed = []
    for note in sorted((course / "attempts").glob(f"*/{lab}/{CHOSEN}")):
        student = note.parent.parent.name
        attempts = attempts_of(course, lab, student)
        now = submission_digest(read_files(course / "submitted" / student / lab, lab))
        if attempts and now == read_json(note).get("digest"):
            put_forward(course, lab, student, attempts[-1])
            changed.append(student)
        note.unlink()
    return changed


def several(course: Path, lab: str) -> dict[str, list[Path]]:
    """All attempts by student, the oldest first, with submissions that were put in by hand."""
    found, _ = find_submissions(course, lab)
    attempts = {}
    for student in found:
        keep_as_attempt(course, lab, student)
        attempts[student] = attempts_of(course, lab, student)
    return {student: those for student, those in attempts.items() if those}


def lateness(attempt: Path, lab: str, student: str, policy: Policy) -> timedelta:
    """How late an attempt was; within the grace period it counts as in time."""
    due = policy.due(lab, student)
    base = policy.due(lab, student, extended=False)
    when = counted_at(handed_in_at(attempt), attempt.parent, due, base)
    if due is None or when is None:
        return timedelta(0)
    late = when - due.astimezone(UTC).replace(tzinfo=None)
    return late if policy.lab(lab).is_late(late) else timedelta(0)


def note_lateness(course: Path, lab: str, student: str, when: datetime, said: str) -> None:
    """Note what a platform that gives no time says of an attempt: `IN_TIME` or `LATE`.

    Parameters
    ----------
    when : datetime.datetime
        The time that the attempt gets instead. If somebody writes another one, that counts.
    said : str
    """
    attempts, when = course / "attempts" / student / lab, _without_zone(when)
    _note(attempts, _said(attempts) | {when.isoformat(): (said, when.isoformat())})


def counted_at(
    when: datetime | None, attempts: Path, due: datetime | None, base: datetime | None
) -> datetime | None:
    """When a submission counts as handed in (UTC, without a zone); None if unknown.

    Parameters
    ----------
    when : datetime.datetime or None
        When its folder, or the gradebook, says it was (likewise).
    attempts : pathlib.Path
        The folder of the student's attempts at this lab, with what a platform said of them.
    due, base : datetime.datetime or None
        When it is due for this student, with and without the extension. What the platform called
        in time stays in time; what it called late counts as one second late.
    """
    said, first = _said_of(attempts, when)
    if first is None or not said or due is None or base is None:
        return first
    if said == IN_TIME:
        return min(first, _without_zone(due))
    return _without_zone(base) + timedelta(seconds=1)


def redate(
    course: Path, lab: str, student: str, folder: Path, due: datetime | None, base: datetime | None
) -> None:
    """Date a student's submission by a due date that was not known when it was collected."""
    was = handed_in_at(folder)
    now = redated(course, lab, student, was, due, base)
    if now is not None and now != was:
        write_stamp(folder, now.replace(tzinfo=UTC))


def redated(
    course: Path,
    lab: str,
    student: str,
    was: datetime | None,
    due: datetime | None,
    base: datetime | None,
) -> datetime | None:
    """What `counted_at` gives for an attempt of `was`; noted, so that it is known by that too."""
    attempts = course / "attempts" / student / lab
    now = counted_at(was, attempts, due, base)
    if was is not None and now is not None and was != now:
        said, first = _said_of(attempts, was)
        assert first is not None  # else it would be what it was
        _note(attempts, _said(attempts) | {now.isoformat(): (said, first.isoformat())})
    return now


def _said(attempts: Path) -> dict[str, tuple[str, str]]:
    """What the platform said of a submission and its first time, by its present time."""
    return read_json(attempts / SAID)


def _said_of(attempts: Path, when: datetime | None) -> tuple[str, datetime | None]:
    said, first = _said(attempts).get(when.isoformat() if when else "", ("", None))
    return said, datetime.fromisoformat(first) if first else when


def _note(attempts: Path, known: Mapping[str, tuple[str, str]]) -> None:
    write_whole(attempts / SAID, json.dumps(known))


def _without_zone(when: datetime) -> datetime:
    return when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when


def bring_forward(course: Path, lab: str, student: str, attempt: Path) -> bool:
    """Make an attempt the one that counts; False if it is already."""
    folder = course / "submitted" / student / lab
    if _is(folder, lab, attempt.parent) == _is(attempt, lab, attempt.parent):
        return False
    digest = submission_digest(read_files(attempt, lab))
    write_whole(attempt.parent / CHOSEN, json.dumps({"digest": digest}))
    put_forward(course, lab, student, attempt)
    return True


def _is(folder: Path, lab: str, attempts: Path) -> tuple[str, object]:
    _, first = _said_of(attempts, handed_in_at(folder))
    return submission_digest(read_files(folder, lab)), first


Tests = Mapping[str, tuple[float, float]]  # score and maximum of each test


def read_attempts(course: Path, lab: str) -> dict[str, dict[str, Tests]]:
    """The points of each attempt, by student and by the versions it was graded with."""
    return {  # an older version stored only the sum
        student: {key: tests for key, tests in tried.items() if isinstance(tests, dict)}
        for student, tried in read_json(course / "results" / lab / NOTE).items()
    }


def note_attempts(course: Path, lab: str, points: Mapping[str, Mapping[str, Tests]]) -> None:
    """Note what `read_attempts` reads."""
    path = course / "results" / lab / NOTE
    write_whole(path, json.dumps(points))
