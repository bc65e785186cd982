"""The rules of a class, read from ``<course>/course.toml``: dates, lateness, attempts, void tests.

A change in this file takes effect without running any code again. Without the file, due dates and
extensions are those in the gradebook, as nbgrader's own commands set them.
"""

import contextlib
import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from grading import wording
from grading.paths import Problem
from grading.records.csv_table import TableError, read_table
from grading.records.submissions import student_id

NAME = "course.toml"
ROSTER = "roster.csv"
BEFORE = "last before the deadline"
ATTEMPTS = ("last", "best", BEFORE)
VOID = ("all", "none")
YEARS = range(1971, 9000)
LONGEST = timedelta(days=3650)  # an extension, a grace period or a unit of lateness
LARGEST = 1_000_000_000  # points, or a weight
UNITS = {
    "second": timedelta(seconds=1),
    "s": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "min": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "h": timedelta(hours=1),
    "day": timedelta(days=1),
    "d": timedelta(days=1),
    "week": timedelta(weeks=1),
}


class PolicyError(Problem):
    """``course.toml`` cannot be understood; the text says where and what was expected."""


@dataclass(frozen=True)
class Share:
    """A number of points, or a share of the points earned."""

    value: float
    relative: bool

    def of(self, points: float) -> float:
        """In points."""
        return self.value * points if self.relative else self.value

    def __str__(self) -> str:
        return f"{100 * self.value:g} %" if self.relative else wording.points(self.value)


@dataclass(frozen=True)
class Late:
    """The cost of lateness: `penalty` for each started unit `per`, at most `cap`."""

    penalty: Share = Share(0.0, False)
    per: timedelta = timedelta(days=1)
    grace: timedelta = timedelta(0)
    cap: Share | None = None

    def taken(self, points: float, lateness: timedelta) -> float:
        """Points taken off for handing in this long after the due date."""
        if lateness <= max(self.grace, timedelta(0)):
            return 0.0
        taken = -(-lateness // self.per) * self.penalty.of(points)
        if self.cap is not None:
            taken = min(taken, self.cap.of(points))
        return max(0.0, min(taken, points))


@dataclass(frozen=True)
class Void:
    """A test that does not count: everybody gets its points ("all"), or nobody ("none")."""

    points: str
    reason: str


@dataclass(frozen=True)
class LabPolicy:
    """The rules for one lab. Dates are in UTC; None if the file does not give them."""

    due: datetime | None = None
    late: Late | None = None
    extensions: Mapping[str, timedelta | datetime] = field(default_factory=dict)
    sections_due: Mapping[str, datetime] = field(default_factory=dict)
    attempts: str = "last"
    weight: float = 1.0
    void: Mapping[str, Void] = field(default_factory=dict)
    bonus: Mapping[str, str] = field(default_factory=dict)

    def is_late(self, lateness: timedelta) -> bool:
        """Whether this long after the due date is late: the grace period counts as in time."""
        return lateness > max(self.late.grace if self.late else timedelta(0), timedelta(0))

    def points(self, tests: Mapping[str, tuple[float, float]]) -> float:
        """Total of tests given as (score, maximum), with void tests as they count."""
        total = 0.0
        for name, (score, out_of) in tests.items():
            void = self.void.get(name)
            total += score if void is None else out_of if void.points == "all" else 0.0
        return total


@dataclass(frozen=True)
class Policy:
    """The rules of a class: those of each lab, and the section of each student."""

    time_zone: tzinfo = UTC
    labs: Mapping[str, LabPolicy] = field(default_factory=dict)
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    default: LabPolicy = LabPolicy()
    section_of: Mapping[str, str] = field(default_factory=dict)  # by these, or else by the roster

    def lab(self, name: str) -> LabPolicy:
        """The rules of a lab."""
        return self.labs.get(name, self.default)

    def section(self, student: str) -> str | None:
        """A student's section, as this file or else the roster has it; None if neither does."""
        return self.section_of.get(student)

    def local(self, when: datetime) -> datetime:
        """A time in the class's zone; a time without a zone is taken as UTC."""
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(self.time_zone)

    def due(self, lab: str, student: str, extended: bool = True) -> datetime | None:
        """When a student's lab is due, in UTC, with section and extension."""
        rules = self.lab(lab)
        date = rules.sections_due.get(self.section(student) or "", rules.due)
        extension = rules.extensions.get(student) if extended else None
        if isinstance(extension, datetime):
            return extension
        if date is None or extension is None:
            return date
        # Two days later at the same hour, even if the clocks change in between.
        return (date.astimezone(self.time_zone) + extension).astimezone(UTC)


def read_policy(course: Path) -> Policy:
    """Read the rules of the class in folder `course`; without a file, the defaults.

    Raises
    ------
    PolicyError
        If the file cannot be understood.
    """
    path = course / NAME
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Policy(section_of=_roster(course))
    except OSError as error:
        raise PolicyError(f"{path} cannot be read: {error.strerror}.") from None
    try:
        table = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PolicyError(f"{path} is not TOML: {error}.") from None
    except RecursionError:
        raise PolicyError(f"{path} is nested too deeply.") from None
    try:
        return parse_policy(table, _roster(course))
    except PolicyError as error:
        said = (f"{path}: {error}", problem_with_roster(course))
        raise PolicyError(" ".join(filter(None, said))) from None


def policy_or_default(course: Path) -> Policy:
    """The rules of a class; the defaults if they cannot be read, which is reported elsewhere."""
    with contextlib.suppress(Problem):
        return read_policy(course)
    return Policy()


def _roster(course: Path) -> dict[str, str]:
    """The section of each student in the roster that `collect` keeps, where it has any."""
    try:
        columns, rows = read_table(course / ROSTER, "id")
        cells = [dict(zip(columns, map(str.strip, row), strict=False)) for row in rows]
    except TableError:  # `problem_with_roster` says what is wrong with it
        return {}
    said = ((row.get("id"), row.get("section")) for row in cells)
    return {student_id(student): section for student, section in said if student and section}


def problem_with_roster(course: Path) -> str:
    """Why the sections of a class's roster do not count; "" if they do, or there is no roster."""
    try:
        list(read_table(course / ROSTER, "id")[1])
    except TableError as error:
        there = (course / ROSTER).exists()
        return f"{error} Until that is mended, its sections do not count." * there
    return ""


def parse_policy(table: Mapping[str, Any], roster: Mapping[str, str] | None = None) -> Policy:
    """Make a `Policy` from the content of ``course.toml``, as `tomllib` reads it.

    Parameters
    ----------
    table : mapping
    roster : mapping of str to str, optional
        The section of each student that the roster has.
    """
    roster = roster or {}
    top = _Table("", table, {"time_zone", "late", "attempts", "labs", "sections"})
    zone = top.take("time_zone", _zone, UTC)
    sections = {
        name: tuple(_strings(f"sections.{name}", students))
        for name, students in top.take("sections", _table, {}).items()
    }
    own = {student: name for name, students in sections.items() for student in students}
    for name, students in sections.items():
        if twice := [student for student in students if own[student] != name]:
            raise PolicyError(f"sections: {twice[0]} is in two sections; expected one.")
    late = top.take("late", _late, None)
    attempts = top.take("attempts", _one_of(ATTEMPTS), "last")
    default = LabPolicy(late=late, attempts=attempts)
    labs = {
        name: _lab(f"labs.{name}", rules, default, zone, {*sections, *roster.values()})
        for name, rules in top.take("labs", _table, {}).items()
    }
    return Policy(zone, labs, sections, default, {**roster, **own})


def _lab(
    where: str, rules: Any, default: LabPolicy, zone: tzinfo, sections: Collection[str]
) -> LabPolicy:
    names = {"due", "late", "extensions", "sections", "attempts", "weight", "void", "bonus"}
    table = _Table(where, _table(where, rules), names)

    def moment(place: str, value: Any) -> datetime:
        return _moment(place, value, zone)

    due = table.take("due", moment, None)
    sections_due = {
        name: moment(f"{where}.sections.{name}", value)
        for name, value in table.take("sections", _table, {}).items()
    }
    if unknown := sections_due.keys() - {*sections}:
        raise PolicyError(
            f"{where}.sections: there is no section {min(unknown)!r}. The sections here and in "
            f"the roster are: {', '.join(sorted(sections)) or 'none'}."
        )
    extensions = {
        student_id(name): _extension(f"{where}.extensions.{name}", value, zone)
        for name, value in table.take("extensions", _table, {}).items()
    }
    if (extensions or sections_due) and due is None:
        raise PolicyError(f"{where}: sections and extensions need a `due` beside them.")
    made = replace(
        default,
        due=due,
        sections_due=sections_due,
        extensions=extensions,
        late=table.take("late", _late, default.late),
        attempts=table.take("attempts", _one_of(ATTEMPTS), default.attempts),
        weight=table.take("weight", _number, 1.0),
        void={
            test: _void(f"{where}.void.{test}", value)
            for test, value in table.take("void", _table, {}).items()
        },
        bonus=_reasons(f"{where}.bonus", table.take("bonus", lambda _, value: value, {})),
    )
    if both := made.void.keys() & made.bonus.keys():
        raise PolicyError(f"{where}: {min(both)} cannot be both void and a bonus.")
    if made.attempts == BEFORE and due is None:
        raise PolicyError(f'{where}: attempts = "{BEFORE}" needs a `due`.')
    return made


class _Table:
    """A table of the file, whose keys must all be known."""

    def __init__(self, where: str, content: Mapping[str, Any], known: set[str]) -> None:
        self.where, self.content = where, content
        if unknown := sorted(content.keys() - known):
            place = f"{where}: " if where else ""
            raise PolicyError(
                f"{place}{unknown[0]!r} is not a setting. "
                f"The settings are: {', '.join(sorted(known))}."
            )

    def take(self, key: str, read: Callable[[str, Any], Any], default: Any) -> Any:
        place = f"{self.where}.{key}" if self.where else key
        return read(place, self.content[key]) if key in self.content else default


def _table(where: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise PolicyError(f"{where}: expected a table, got {value!r}.")
    return value


def _strings(where: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise PolicyError(f'{where}: expected a list of students, as ["ada", "bob"].')
    return [student_id(name) for name in value]


def _number(where: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LARGEST:
        raise PolicyError(f"{where}: expected a number, zero or more, got {_shown(value)}.")
    return float(value)


def _one_of(known: tuple[str, ...]) -> Callable[[str, Any], str]:
    def read(where: str, value: Any) -> str:
        if value not in known:
            listed = ", ".join(f'"{name}"' for name in known)
            raise PolicyError(f"{where}: expected one of {listed}, got {value!r}.")
        return value

    return read


def _zone(where: str, value: Any) -> ZoneInfo:
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        raise PolicyError(
            f'{where}: there is no time zone {value!r}. Their names look like "Europe/Vienna".'
        ) from None


def _moment(where: str, value: Any, zone: tzinfo) -> datetime:
    if isinstance(value, str):
        for read in (date.fromisoformat, datetime.fromisoformat):  # a day alone is no time
            with contextlib.suppress(ValueError, TypeError):
                value = read(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time(23, 59, 59))  # by the end of that day
    if not isinstance(value, datetime):
        raise PolicyError(
            f"{where}: expected a date and time, as 2026-10-12T23:59:00, got {value!r}."
        )
    if value.year not in YEARS:
        raise PolicyError(f"{where}: expected a year from {YEARS[0]} to {YEARS[-1]}, got {value}.")
    return (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(UTC)


def _extension(where: str, value: Any, zone: tzinfo) -> timedelta | datetime:
    if isinstance(value, str) and not re.match(r"\s*\d{4}-\d", value):
        return _duration(where, value)
    return _moment(where, value, zone)


def _duration(where: str, value: Any) -> timedelta:
    text = str(value)
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)?\s*([a-z]+?)s?\s*", text)
    unit = UNITS.get(found[2]) if found else None
    if unit is None or found is None:
        raise PolicyError(
            f'{where}: expected a time, as "15 min", "36 h" or "2 days", got {_shown(value)}.'
        )
    count = float(found[1] or 1)
    if count > LONGEST / unit:
        raise PolicyError(f"{where}: expected {LONGEST.days} days at most, got {_shown(value)}.")
    return count * unit


def _share(where: str, value: Any) -> Share:
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*%\s*", value) if isinstance(value, str) else None
    if found and float(found[1]) <= 100:
        return Share(float(found[1]) / 100, True)
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= LARGEST:
        return Share(float(value), False)
    raise PolicyError(
        f'{where}: expected points, as 2, or a share, as "10 %", got {_shown(value)}.'
    )


def _shown(value: Any) -> str:
    """The value found; only the beginning of a long one."""
    if isinstance(value, int) and abs(value) > LARGEST:
        return "a number with many digits"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _late(where: str, value: Any) -> Late:
    table = _Table(where, _table(where, value), {"penalty", "per", "grace", "cap"})
    per = table.take("per", _duration, timedelta(days=1))
    if per <= timedelta(0):
        raise PolicyError(f"{where}.per: expected a time longer than zero.")
    return Late(
        penalty=table.take("penalty", _share, Share(0.0, False)),
        per=per,
        grace=table.take("grace", _duration, timedelta(0)),
        cap=table.take("cap", _share, None),
    )


def _void(where: str, value: Any) -> Void:
    table = _Table(where, _table(where, value), {"points", "reason"})
    points = table.take("points", _one_of(VOID), None)
    reason = table.take("reason", _text, "")
    if points is None or not reason:
        raise PolicyError(f'{where}: needs points = "all" or "none", and a reason.')
    return Void(points, reason)


def _text(where: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PolicyError(f"{where}: expected a sentence, got {value!r}.")
    return value.strip()


def _reasons(where: str, value: Any) -> dict[str, str]:
    """A list of names, or a table of names and reasons."""
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return dict.fromkeys(value, "")
    return {name: _text(f"{where}.{name}", reason) for name, reason in _table(where, value).items()}
