"""Bring the gradebook in line with the class's policy, without grading anything.

The policy's effects are written to nbgrader's own columns (due date, extension, penalty, scores of
void tests), so that nbgrader, formgrader and all our views show the same. The values before are
kept beside them, so that a policy can be undone without trace. A second run changes nothing.
"""

import contextlib
import errno
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    GradeCell,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, func, insert, select, update

from grading.records import lock
from grading.records.attempts import choose_by_time, redate, redated
from grading.records.policy import LabPolicy, Policy, PolicyError, read_policy
from grading.records.submissions import (
    Submissions,
    find_submissions,
    handed_in_at,
    read_files,
    submission_digest,
)
from grading.records.tables import (
    COVERED,
    GRADES,
    LABS,
    POINTS,
    commit,
    handed_in,
    opened,
    own_points,
    put,
    reserve,
)

CELLS = GradeCell.__table__
ANY_COVERED = select(COVERED.c.grade_id).limit(1)
FEW_AT_ONCE = {"yield_per": 100}  # rows in memory, of a class that may be thousands
SCORES = ("auto_score", "manual_score", "extra_credit", "needs")  # of a grade that is covered


@dataclass(frozen=True)
class Settled:
    """What `settle` changed: totals before and now, by student.

    holder is the holder of the lab's lock, if that is why nothing was done.
    """

    changed: Mapping[str, tuple[float, float]]
    holder: lock.Holder | None = None


def settle(api: Any, lab: str, course: Path, policy: Policy | None = None) -> Settled:
    """Apply the policy of a class to the grades of a lab.

    Nothing is done while another command works on the lab: that command settles it at its end. If
    nothing can be written, the grades stay as they are, and can be read.

    `policy` is the class's, if it has been read already.

    Raises
    ------
    PolicyError
        If the policy cannot be understood, or names tests that the lab does not have.
    """
    policy = policy or read_policy(course)
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(lock.lock(course, lab, "settle"))
        except lock.Locked as error:
            return Settled({}, error.holder)
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EROFS):
                raise
            _tell_unwritable(course)
            return Settled({})
        gradebook = stack.enter_context(opened(api))
        return Settled(settle_all(gradebook.db, api, lab, course, policy))


@cache
def _tell_unwritable(course: Path) -> None:
    said = "cannot be written: all points are as the last command left them"
    print(f"{course} {said}, whatever has changed since in course.toml.", file=sys.stderr)


def settle_all(
    db: Any, api: Any, lab: str, course: Path, policy: Policy
) -> dict[str, tuple[float, float]]:
    """The same in an open session, for a caller that holds the lock; commits."""
    assignment = db.query(Assignment).filter_by(name=lab).one_or_none()
    if assignment is None:
        return {}
    choose_by_time(course, lab, policy)
    try:
        reserve(db)
        students = select(SubmittedAssignment.__table__.c.student_id).distinct()
        folders, _ = find_submissions(course, lab, db.scalars(students))
        before = totals(db, assignment.id)
        _due_date(db, assignment, policy.lab(lab))
        _redate(db, assignment, policy, course, folders)
        _leave_newer(db, assignment, policy, course, folders)
        settle_lab(db, assignment, policy)
        settle_rows(db, api, assignment.id, lab, policy, folders)
        after = totals(db, assignment.id)
        commit(db)
    except BaseException:
        db.rollback()
        raise
    return {s: (before[s], after[s]) for s in after if abs(before.get(s, 0) - after[s]) > 1e-9}


def totals(db: Any, assignment: str) -> dict[str, float]:
    """Points of all students for a lab, after the penalty, as nbgrader exports them."""
    score = func.coalesce(func.sum(Grade.score), 0.0)
    columns = SubmittedNotebook.id, Student.id, SubmittedNotebook.late_submission_penalty
    rows = db.execute(
        handed_in(*columns, score)
        .outerjoin(SubmittedNotebook.grades)
        .where(Assignment.id == assignment)
        .group_by(*columns),
        execution_options=FEW_AT_ONCE,
    )
    found: dict[str, float] = {}
    for _, student, penalty, points in rows:
        found[student] = found.get(student, 0.0) + max(0.0, points - (penalty or 0.0))
    return found


def settle_rows(
    db: Any,
    api: Any,
    assignment: str,
    lab: str,
    policy: Policy,
    folders: Mapping[str, Path],
    copy: str | None = None,
) -> None:
    """Bring the rows of a lab that is settled in line with the policy; does not commit.

    Parameters
    ----------
    db : sqlalchemy.orm.Session
    assignment : str
        The id of the lab's assignment.
    lab : str
    policy : Policy
    folders : mapping of str to pathlib.Path
        Where each student's submission lies; the timestamps of others stay as they are.
    copy : str, optional
        The id of a submitted notebook: only this one.
    """
    which = {"assignment": assignment} | ({} if copy is None else {"copy": copy})
    _cover(db, which, policy.lab(lab))
    _dates_and_penalties(db, api, which, lab, policy, folders)


def settle_lab(db: Any, assignment: Any, policy: Policy) -> None:
    """Settle what is the same for all students: due date and maximum points; does not commit."""
    rules = policy.lab(assignment.name)
    db.flush()
    _due_date(db, assignment, rules)
    _points_of_cells(db, assignment, rules)


def _due_date(db: Any, assignment: Any, rules: LabPolicy) -> None:
    ours = db.execute(select(LABS.c.due_from).where(LABS.c.lab == assignment.name)).scalar()
    if rules.due is not None:
        due = rules.due.astimezone(UTC).replace(tzinfo=None)
        if assignment.duedate != due:
            assignment.duedate = due
        if ours != "policy":
            put(db, LABS, "lab", {"lab": assignment.name, "due_from": "policy"})
    elif ours == "policy":  # the date was removed from the file
        assignment.duedate = None
        mine = SubmittedAssignment.assignment_id == assignment.id
        db.execute(update(SubmittedAssignment).where(mine).values(extension=None))
        put(db, LABS, "lab", {"lab": assignment.name, "due_from": None})
    db.flush()


def _redate(
    db: Any, assignment: Any, policy: Policy, course: Path, folders: Mapping[str, Path]
) -> None:
    """Date the submissions that came without a time by the current due date."""
    lab, base = assignment.name, assignment.duedate
    mine = SubmittedAssignment.assignment_id == assignment.id
    columns = SubmittedAssignment.student_id, SubmittedAssignment.extension
    some = SubmittedAssignment.extension.is_not(None)
    extensions = dict(db.execute(select(*columns).where(mine, some)).all())
    for student, folder in folders.items():
        own = _own_dates(policy, lab, student, base, extensions.get(student))
        redate(course, lab, student, folder, *own)


def _own_dates(
    policy: Policy, lab: str, student: str, base: datetime | None, extension: timedelta | None
) -> tuple[datetime | None, datetime | None]:
    """When a lab is due for a student with and without extension: the policy's, or else these."""
    if policy.lab(lab).due is not None:
        return policy.due(lab, student), policy.due(lab, student, extended=False)
    return base and base + (extension or timedelta(0)), base


def _leave_newer(
    db: Any, assignment: Any, policy: Policy, course: Path, folders: Submissions
) -> None:
    """Take those out of `folders` whose newer submission is not graded yet: until it is, points and
    date are of the one before, dated again if it came without a time."""
    lab, base, work = assignment.name, assignment.duedate, SubmittedAssignment
    columns = work.id, work.student_id, work.timestamp, work.extension, GRADES.c.submission
    rows = handed_in(*columns).join(GRADES, GRADES.c.notebook_id == SubmittedNotebook.id)
    newer = []
    mine = rows.where(Assignment.id == assignment.id)
    for key, student, then, extension, graded in db.execute(mine, execution_options=FEW_AT_ONCE):
        folder = folders.get(student)
        if folder is None or handed_in_at(folder) == then:
            continue
        if submission_digest(read_files(folder)) != graded:
            folders.leave_out(student)
            own = _own_dates(policy, lab, student, base, extension)
            newer.append({"id": key, "timestamp": redated(course, lab, student, then, *own)})
    if newer:
        db.execute(update(work), newer)


# --- void and bonus ----------------------------------------------------------------------------


def _points_of_cells(db: Any, assignment: Any, rules: LabPolicy) -> None:
    """Set each test's maximum points: 0 if nobody gets them, or if it is a bonus."""
    cells = {
        name: (key, points)
        for key, name, points in db.execute(
            _cells_of(CELLS.c.id, BaseCell.name, CELLS.c.max_score), {"assignment": assignment.id}
        )
    }
    if unknown := sorted((rules.void.keys() | rules.bonus.keys()) - cells.keys()):
        raise PolicyError(
            f"course.toml names {unknown[0]!r}, but {assignment.name} has no such test. "
            f"Its tests are: {', '.join(sorted(cells))}."
        )
    own = own_points(db)
    nothing = {name for name, void in rules.void.items() if void.points == "none"} | {*rules.bonus}
    for name, (key, points) in cells.items():
        if name in nothing:
            if points != 0 or key not in own:  # new, or nbgrader has restored the lab's own points
                put(db, POINTS, "cell_id", {"cell_id": key, "max_score": points})
                db.execute(update(CELLS).where(CELLS.c.id == key).values(max_score=0.0))
        elif key in own:
            if points == 0:
                db.execute(update(CELLS).where(CELLS.c.id == key).values(max_score=own[key]))
            db.execute(delete(POINTS).where(POINTS.c.cell_id == key))


def _cover(db: Any, which: Mapping[str, str], rules: LabPolicy) -> None:
    """Set the scores of void tests, and restore those of tests that are no longer void."""
    if not rules.void and not _is_any_covered(db):
        return
    own = own_points(db)
    rows = (
        handed_in(
            Grade.id,
            BaseCell.name,
            BaseCell.id,
            CELLS.c.max_score,
            Grade.auto_score,
            Grade.manual_score,
            Grade.extra_credit,
            Grade.needs_manual_grade,
            COVERED.c.grade_id,
            *(COVERED.c[name] for name in SCORES),
        )
        .join(Grade, _of_lab())
        .join(Grade.cell)
        .join(CELLS, CELLS.c.id == BaseCell.id)
        .outerjoin(COVERED, COVERED.c.grade_id == Grade.id)
        .where(*_are(which))
        .where(BaseCell.name.in_(list(rules.void)) | COVERED.c.grade_id.is_not(None))
    )
    new, changed, given, gone = [], [], [], []
    for key, name, cell, most, auto, manual, extra, needs, covered, *under in db.execute(
        rows, which
    ):
        void = rules.void.get(name)
        was = under if covered else [auto, manual, extra, "1" if needs else "0"]
        if covered and (manual is not None or extra is not None):  # given since it is void
            was = [under[0], manual, extra, "0"]
            given.append(_covered(key, was))
        if void is None:
            changed.append(_grade(key, was))
            gone.append(key)
            continue
        if not covered:
            new.append(_covered(key, was))
        score = own.get(cell, most) if void.points == "all" else 0.0
        if (auto, manual, extra, bool(needs)) != (score, None, None, False):
            changed.append(_grade(key, [score, None, None, "0"]))
    if given:
        _remove_covers(db, [row["grade_id"] for row in given])
        new += [row for row in given if row["grade_id"] not in gone]
    _remove_covers(db, gone)
    if new:
        db.execute(insert(COVERED), new)
    if changed:
        db.execute(update(Grade), changed)
        db.expire_all()


def _cells_of(*columns: Any) -> Select:
    """A query of the graded cells of a lab: `assignment`."""
    return (
        select(*columns)
        .select_from(CELLS)
        .join(BaseCell.__table__, BaseCell.id == CELLS.c.id)
        .join(Notebook, Notebook.id == BaseCell.notebook_id)
        .where(Notebook.assignment_id == bindparam("assignment"))
    )


def _are(which: Iterable[str]) -> list[ColumnElement[bool]]:
    """The submissions to a lab, `assignment`, or one notebook of them: `copy`."""
    columns = {"assignment": Assignment.id, "copy": SubmittedNotebook.id}
    return [columns[name] == bindparam(name) for name in which]


def _of_lab() -> ColumnElement[bool]:
    """The grades of a submitted notebook, by its cells as well: there is an index of both, and none
    of the notebook alone, by which each submission would read the grades of all."""
    cells = _cells_of(CELLS.c.id)
    return and_(Grade.notebook_id == SubmittedNotebook.id, Grade.cell_id.in_(cells))


def _is_any_covered(db: Any) -> bool:
    return db.execute(ANY_COVERED).first() is not None


def _grade(key: str, was: Sequence[Any]) -> dict[str, Any]:
    """A row of nbgrader's grades, from what stands in ours of `COVERED`."""
    row = dict(zip(SCORES, was, strict=True))
    return {"id": key, "needs_manual_grade": row.pop("needs") == "1", **row}


def _covered(key: str, was: Sequence[Any]) -> dict[str, Any]:
    return {"grade_id": key, **dict(zip(SCORES, was, strict=True))}


def _remove_covers(db: Any, keys: list[str]) -> None:
    for start in range(0, len(keys), 500):  # a statement has room for so many values
        part = keys[start : start + 500]
        db.execute(delete(COVERED).where(COVERED.c.grade_id.in_(part)))


def uncover(db: Any, notebook: str, cells: Iterable[str]) -> None:
    """Give the grades of some cells of a submission, under void tests, their own values back; does
    not commit."""
    if not _is_any_covered(db):
        return
    columns = [COVERED.c.grade_id, *(COVERED.c[name] for name in SCORES)]
    rows = db.execute(
        select(*columns)
        .join(Grade, Grade.id == COVERED.c.grade_id)
        .where(Grade.notebook_id == notebook, Grade.cell_id.in_(list(cells)))
    ).all()
    if rows:
        db.execute(update(Grade), [_grade(key, was) for key, *was in rows])
        _remove_covers(db, [key for key, *_ in rows])
        db.expire_all()


# --- late --------------------------------------------------------------------------------------


@cache
def _points_and_dates(*which: str) -> Select:
    score = func.coalesce(func.sum(Grade.score), 0.0)
    columns = (
        SubmittedAssignment.id,
        SubmittedAssignment.student_id,
        SubmittedAssignment.timestamp,
        SubmittedAssignment.extension,
        SubmittedNotebook.id,
        SubmittedNotebook.late_submission_penalty,
        Assignment.duedate,
    )
    rows = handed_in(*columns, score).outerjoin(Grade, _of_lab())
    return rows.where(*_are(which)).group_by(*columns)


def _dates_and_penalties(
    db: Any,
    api: Any,
    which: Mapping[str, str],
    lab: str,
    policy: Policy,
    folders: Mapping[str, Path],
) -> None:
    rules = policy.lab(lab)
    dates, penalties = [], []
    stock = None
    options = {} if "copy" in which else FEW_AT_ONCE
    for key, student, timestamp, extension, notebook, penalty, due, points in db.execute(
        _points_and_dates(*which), which, execution_options=options
    ):
        when = handed_in_at(folders[student]) if student in folders else timestamp
        more = extension
        if rules.due is not None:
            own = policy.due(lab, student)
            more = (own - rules.due) if own is not None and own != rules.due else None
        if (when, more) != (timestamp, extension):
            dates.append({"id": key, "timestamp": when, "extension": more})
        late = _lateness(when, due, more)
        if late <= timedelta(0):
            taken = None
        elif rules.late is not None:
            taken = rules.late.taken(points, late)
        else:
            stock = stock or _stock_rule(api)
            taken = stock(student, points, late.total_seconds())
        if (taken or 0.0) != (penalty or 0.0):
            penalties.append({"id": notebook, "late_submission_penalty": taken})
    if dates:
        db.execute(update(SubmittedAssignment), dates)
    if penalties:
        db.execute(update(SubmittedNotebook), penalties)
    if dates or penalties:
        db.expire_all()


def _lateness(when: datetime | None, due: datetime | None, more: timedelta | None) -> timedelta:
    if when is None or due is None:
        return timedelta(0)
    return when - (due + (more or timedelta(0)))


def _stock_rule(api: Any) -> Any:
    """nbgrader's own rule, which a plugin may replace, used if the policy has none."""
    rule = AssignLatePenalties(parent=api)
    rule.init_plugin()

    def taken(student: str, points: float, seconds: float) -> float | None:
        penalty = rule.plugin_inst.late_submission_penalty(student, points, seconds)
        return None if penalty is None else max(0.0, min(float(penalty), points))

    return taken
