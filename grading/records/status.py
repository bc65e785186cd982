"""The state of a class in a lab: who handed in, whose grade is current, what is left to do."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from nbgrader.api import Student
from sqlalchemy import select

from grading.engine.recognise import listed
from grading.paths import COURSE, lab_names
from grading.records import lock
from grading.records.instructor import instructors_notebook, known_labs
from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_lab, read_works
from grading.records.policy import Policy, read_policy
from grading.records.results import Made, looks, made_grades, tests_version
from grading.records.settle import settle
from grading.records.submissions import (
    find_submissions,
    handed_in_at,
    read_files,
    submission_digest,
)
from grading.records.tables import opened
from grading.records.version import ENGINE


@dataclass(frozen=True)
class LabStatus:
    """The state of a class in one lab; students are ids, sorted by name.

    Attributes
    ----------
    stale : dict
        By student, which inputs of the grade have changed since: "submission", "tests", "engine",
        or "scores in the gradebook".
    ungraded : list
        Students who handed in but have no grade in the gradebook.
    by_hand : dict
        How many students wait for each written answer, or for points to be confirmed.
    odd : list
        Folders that belong to no student, grades without a submission, and unknown ids in the
        policy, as sentences.
    changed : dict
        Totals before and now that the policy has just changed, by student.
    last_run : datetime or None
        When a grade was last made (UTC).
    """

    lab: str
    released: bool
    due: datetime | None = None
    zone: tzinfo = UTC
    handed_in: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    late: Mapping[str, timedelta] = field(default_factory=dict)
    graded: tuple[str, ...] = ()
    stale: Mapping[str, list[str]] = field(default_factory=dict)
    ungraded: tuple[str, ...] = ()
    by_hand: Mapping[str, int] = field(default_factory=dict)
    odd: tuple[str, ...] = ()
    changed: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    last_run: datetime | None = None
    holder: lock.Holder | None = None

    @property
    def next_command(self) -> str:
        """What to type next; "" if there is nothing to do."""
        if not self.released:
            return f"python -m grading release {self.lab}"
        if self.holder:
            return ""
        if self.ungraded or self.stale:
            return f"python -m grading autograde {self.lab}"
        if self.by_hand:
            return "jupyter lab (Nbgrader, Formgrader, Manual Grading)"
        if self.graded:
            return f"python -m grading feedback {self.lab}"
        return ""


def status(lab: str, course: Path = COURSE, db: str | None = None) -> LabStatus:
    """Look up the state of a class in a lab; applies the policy, grades nothing.

    Parameters
    ----------
    lab : str
        A lab that the gradebook does not know is not released yet.
    course : pathlib.Path
    db : str, optional
        URL of the gradebook, if it is not the class's own.
    """
    policy = read_policy(course)
    api = nbgrader_api(course, db)
    labs = known_labs(api)
    if lab not in labs:
        found, odd = find_submissions(course, lab)
        return LabStatus(lab, False, handed_in=tuple(found), odd=tuple(map(str, odd)))
    settled = settle(api, lab, course, policy)
    teacher = instructors_notebook(api, lab)
    about = read_lab(api, lab)
    works = {work.student: work for work in read_works(api, lab, notes=False)}
    with opened(api) as gradebook:
        roster = list(gradebook.db.execute(select(Student.id)).scalars())
        due = gradebook.find_assignment(lab).duedate  # the policy's, if that has one
        made = made_grades(gradebook.db, lab, course)
    found, odd = find_submissions(course, lab, roster)
    stale = _stale(course, lab, found, teacher, made)
    names = {item.name for exercise in about.exercises for item in exercise.items}
    waits: dict[str, int] = {}
    for work in works.values():
        for name in [*work.all_waiting, *sorted(work.to_confirm)]:
            if name in names:
                waits[name] = waits.get(name, 0) + 1
    times = {student: (work.handed_in, work.due) for student, work in works.items()}
    for student, why in stale.items():
        if "submission" in why and student in times:  # the newer one, which no points are of yet
            times[student] = handed_in_at(found[student]), times[student][1]
    for student in found.keys() - works.keys():
        own = policy.due(lab, student)
        times[student] = handed_in_at(found[student]), own.replace(tzinfo=None) if own else due
    late = {
        student: when - until
        for student, (when, until) in times.items()
        if when and until and policy.lab(lab).is_late(when - until)
    }
    return LabStatus(
        lab=lab,
        released=True,
        due=due.replace(tzinfo=UTC) if due else None,
        zone=policy.time_zone,
        handed_in=tuple(found),
        missing=tuple(sorted(set(roster) - found.keys() - works.keys())),
        late=dict(sorted(late.items())),
        graded=tuple(sorted(s for s in works if s in found or s in made)),
        stale={s: why for s, why in stale.items() if s in works},
        ungraded=tuple(s for s in found if s not in works),
        by_hand=waits,
        odd=(
            *map(str, odd),
            *_without_submission(works.keys() - found.keys()),
            *_unknown(policy, lab, {*roster, *found, *works}, labs),
        ),
        changed=settled.changed,
        last_run=max((each.graded for each in made.values()), default=None),
        holder=settled.holder or lock.holder(course, lab),
    )


def still_to_grade(lab: str, course: Path = COURSE, db: str | None = None) -> list[str]:
    """A line about the submissions to a lab that its points do not show yet, if there are any."""
    now = status(lab, course, db)
    counts = {"not graded yet": len(now.ungraded), "stale": len(now.stale)}
    said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    return [f"{lab}: {said}. `python -m grading autograde {lab}` grades them."] if said else []


def _without_submission(students: Collection[str]) -> list[str]:
    """A line about grades that no command can make again: a gradebook that came without files."""
    there = listed(sorted(students))
    return [f"in the gradebook, but not in submitted/: {there}"] if students else []


def _unknown(policy: Policy, lab: str, known: set[str], labs: Collection[str]) -> list[str]:
    """Unknown labs and ids in the policy: misspelled ones, or students still to come."""
    nowhere = sorted(policy.labs.keys() - {*labs, *lab_names()})
    named: dict[str, Collection[str]] = {f"sections.{n}": s for n, s in policy.sections.items()}
    named[f"labs.{lab}.extensions"] = policy.lab(lab).extensions
    return [f"course.toml, labs.{name}: there is no such lab" for name in nowhere] + [
        f"course.toml, {place}: there is no student {student!r} so far"
        for place, students in sorted(named.items())
        for student in sorted(students)
        if student not in known
    ]


def _stale(
    course: Path, lab: str, found: Mapping[str, Path], teacher: str, made: Mapping[str, Made]
) -> dict[str, list[str]]:
    tests = tests_version(lab, teacher)
    stale = {}
    for student, folder in found.items():
        its = made.get(student)
        if its is None:
            stale[student] = ["grade from another gradebook, or from another command"]
            continue
        same = its.looks == looks(folder)  # then they need not be read
        mine = its.submission if same else submission_digest(read_files(folder))
        if why := its.why_stale({"submission": mine, "tests": tests, "engine": ENGINE}):
            stale[student] = why
    return stale


def labs_of(course: Path = COURSE, db: str | None = None) -> list[str]:
    """Names of all labs of a class: the released ones, and this project's."""
    known = known_labs(nbgrader_api(course, db))
    return sorted({*known, *(lab_names() if course == COURSE else ())})
