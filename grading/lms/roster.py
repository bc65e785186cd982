"""Who is in the class, and which student a platform means.

Two people can have the same name. A person who cannot be told apart from all others is matched to
nobody, with the reason: a waiting submission costs a minute, a wrong match costs a term.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from grading.lms.layouts import Person
from grading.lms.text import as_id, composed, problem_with_id, same_letters, short_digest
from grading.records.csv_table import read_table
from grading.records.policy import ROSTER
from grading.records.students import Enrolled
from grading.whole import write_whole

SURE, EXACT, LIKE = 3, 2, 1  # how a person was matched
FOLDERS = ("plain", "github", "exchange")  # these give only a student's name


@dataclass(frozen=True)
class Student(Enrolled):
    """A row of the roster; a missing column is ""."""

    def names(self) -> set[str]:
        """All names this student may go by, letter by letter."""
        first, last = self.first_name, self.last_name
        several = {self.full_name, f"{last} {first}", f"{last}, {first}", f"{last}{first}"}
        for key in {self.id, self.lms_id} - {""}:  # as some write them for Brightspace
            several |= {f"{key} {last}", f"{key} {self.full_name}"}
        return {composed(name) for name in several | self.unique() if name.strip()}

    def unique(self) -> set[str]:
        """What belongs to this student alone: id, login, address."""
        return {self.id, self.lms_id, self.email, self.email.partition("@")[0]} - {""}


COLUMNS = tuple(field.name for field in fields(Student))


def read_roster(path: Path) -> tuple[list[Student], list[str]]:
    """Read a roster: a CSV with `COLUMNS` in any order; other columns are ignored.

    Returns
    -------
    list of Student
    list of str
        A sentence about each row that was left out.

    Raises
    ------
    TableError
        If there is no file, no column ``id``, or if rows of the same id differ.
    """
    columns, rows = read_table(path, "id", ", ".join(COLUMNS))
    return _students(columns, rows)


def _students(columns: list[str], rows: Iterable[list[str]]) -> tuple[list[Student], list[str]]:
    found: dict[str, Student] = {}
    left_out = []
    for number, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        cells = dict(zip(columns, row, strict=False))
        student = Student(**{name: composed(cells.get(name, "")) for name in COLUMNS})
        if why := problem_with_id(student.id):
            left_out.append(f"line {number} of the roster: {student.id!r} cannot be an id: {why}")
        elif found.get(student.id, student) != student:
            left_out.append(f"line {number} of the roster: {student.id!r} is listed twice")
        else:
            found[student.id] = student
    return list(found.values()), left_out


def keep_roster(students: Iterable[Student], course: Path) -> bool:
    """Add students to the class's roster, ``<course>/roster.csv``; return whether it changed."""
    path = course / ROSTER
    known = {s.id: s for s in read_roster(path)[0]} if path.exists() else {}
    merged = known | {student.id: student for student in students}
    if merged == known:
        return False
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(asdict(merged[name]).values() for name in sorted(merged))
    write_whole(path, out.getvalue())
    return True


# --- whom a platform means ----------------------------------------------------------------------


@dataclass(frozen=True)
class Match:
    """The student that a person is; or "" and the reason why there is none."""

    student: str = ""
    strength: int = 0
    why: str = ""


class Matcher:
    """Matches the people a platform names to students.

    Parameters
    ----------
    students : iterable of Student
        The roster; if it is empty, everybody gets an id made from the platform's name.
    claims : dict of str to list
        Known from earlier runs: the persons each id stands for, as `claim` returns them.
    """

    def __init__(self, students: Iterable[Student], claims: dict[str, list]) -> None:
        self.students = {student.id: student for student in students}
        self.claims = claims
        self.by_key: dict[str, set] = {}
        self.by_name: dict[str, set] = {}
        self.by_letters: dict[str, set] = {}
        for student in self.students.values():
            for key in student.unique():
                self.by_key.setdefault(key.casefold(), set()).add(student.id)
            for name in student.names():
                self.by_name.setdefault(name, set()).add(student.id)
                if letters := same_letters(name):
                    self.by_letters.setdefault(letters, set()).add(student.id)

    def match(self, people: Iterable[Person], platform: str, lab: str) -> dict[Person, Match]:
        """Match all people of an archive at once: two people are never the same student."""
        people = list(dict.fromkeys(people))
        if not self.students:
            return self._named(people, platform, lab)
        called = self._called(people) if platform in FOLDERS else {}
        found = {
            p: self._by_folder(called[p]) if called else self._one(p, platform) for p in people
        }
        for student, persons in _grouped(found).items():
            best = max(found[person].strength for person in persons)
            winners = [person for person in persons if found[person].strength == best]
            # Blackboard's user name is one person's, also where it stands after two assignments.
            keys = {person.name for person in winners} if platform == "blackboard" else winners
            for person in persons:
                if len(keys) > 1:
                    others = f"{len(persons)} people in the archive could be {student}"
                    found[person] = Match(why=f"{others}: fill `lms_id` in the roster")
                elif person not in winners:
                    found[person] = Match(why=f"{student} fits, but matches somebody else better")
        return found

    def _called(self, people: list[Person]) -> dict[Person, str]:
        """Each folder owner's name without the prefix that all names share, if any.

        Of the possible prefixes, the one whose removal leaves the most students' names is dropped.
        """
        most = max((len(person.aliases) for person in people), default=0)
        ways = [{p: p.name for p in people}]
        ways += [
            {p: (*p.aliases, p.name)[min(k, len(p.aliases))] for p in people} for k in range(most)
        ]
        return max(ways, key=lambda way: sum(self._by_folder(n).strength for n in way.values()))

    def _by_folder(self, name: str) -> Match:
        """Match a folder's name: an id, a login, an address or a full name."""
        if name in self.students:
            return Match(name, SURE)
        keys = self.by_key.get(name.casefold(), set())
        letters = self.by_letters.get(same_letters(name), set())
        return self._of_several(
            (keys, SURE), (self.by_name.get(name, set()), EXACT), (letters, LIKE)
        )

    def _one(self, person: Person, platform: str) -> Match:
        if platform == "blackboard":
            return self._by_user_name(person)
        said = {k for k in (person.number, person.email, person.sid) if k}
        sure = set().union(*(self._by_number(key) for key in said))
        exact, like = self._by_names(person.name)
        if not exact and not like:  # Moodle's `<group>-<name>`
            ways = [self._by_names(alias) for alias in person.aliases]
            like = set().union(*(exact or letters for exact, letters in ways))
        if len(sure) == 1:
            named = exact or like
            if named and not named & sure:
                whose = f"its name that of {_either(named)}"
                return Match(why=f"its number is {_either(sure)}'s, but {whose}")
        elif platform == "canvas":
            exact, like = (self._without_other_number(some) for some in (exact, like))
        return self._of_several((sure, SURE), (exact, EXACT), (like, LIKE))

    def _by_user_name(self, person: Person) -> Match:
        """Match the user names that a file may have, to the letter: j.smith is not jsmith."""
        names = person.name, *person.aliases
        keys = {name: self.by_key.get(name.casefold(), set()) for name in names}
        likely = [keys[name] for name in names if name.endswith(person.name)]
        return self._of_several((set().union(*likely), SURE), (set().union(*keys.values()), LIKE))

    @staticmethod
    def _of_several(*ways: tuple[set, int]) -> Match:
        """The student found by the first way that finds any, if it finds just one."""
        for students, strength in ways:
            if len(students) == 1:
                return Match(next(iter(students)), strength)
            if students:
                return Match(why=f"it could be {_either(students)}: fill `lms_id` in the roster")
        return Match(why="nobody in the roster has this name or number")

    def _by_number(self, key: str) -> set:
        students = self.by_key.get(key.casefold(), set())
        return {s for s in students if key.casefold() in _whole_keys(self.students[s])}

    def _by_names(self, name: str) -> tuple[set, set]:
        exact = self.by_name.get(composed(name), set())
        return exact, self.by_letters.get(same_letters(name), set())

    def _without_other_number(self, students: set) -> set:
        """Leave out students with another Canvas number: each number is one person's."""
        return {s for s in students if not self.students[s].lms_id.isdigit()}

    def _named(self, people: list[Person], platform: str, lab: str) -> dict[Person, Match]:
        """Ids made from the platform's names, unique and the same in every run."""
        claimed = {tuple(claim): name for name, many in self.claims.items() for claim in many}
        wished: dict[str, list] = {}
        found = {}
        for person in people:
            mine = claimed.get(claim(person, platform, lab))
            if mine:
                found[person] = Match(mine, SURE)
            else:
                wished.setdefault(_wish(person, platform).casefold(), []).append(person)
        taken = {name.casefold() for name in self.claims}
        for wish, persons in wished.items():
            alone = platform == "moodle" and len(persons) == 1
            if alone and (known := self._of_other_labs(wish, lab)):
                found[persons[0]] = Match(known, LIKE)
                continue
            for person in persons:
                name = _wish(person, platform)
                if len(persons) > 1 or wish in taken:
                    name = f"{name[:80]}-{person.number or short_digest(person.key + platform)}"
                if name.casefold() in taken:
                    name = f"{name[:80]}-{short_digest(repr(claim(person, platform, lab)))}"
                taken.add(name.casefold())
                found[person] = Match(name, EXACT)
        return found

    def _of_other_labs(self, wish: str, lab: str) -> str:
        """The id that one of this name has had at Moodle, not for this lab; "" if there is none.

        Moodle numbers students anew for each assignment: only the name says who it is.
        """
        known = {name.casefold(): name for name in self.claims}.get(wish, "")
        places = {place for place, _ in self.claims.get(known, ())}
        others = (
            all(place.startswith("moodle ") for place in places) and f"moodle {lab}" not in places
        )
        return known if others and not wish.startswith("participant-") else ""


def claim(person: Person, platform: str, lab: str) -> tuple:
    """What identifies this person on this platform, in every archive."""
    where = f"{platform} {lab}" if platform == "moodle" else platform
    return where, person.key


def _whole_keys(student: Student) -> set:
    return {key.casefold() for key in (student.id, student.lms_id, student.email) if key}


def _wish(person: Person, platform: str) -> str:
    if platform == "github" and person.aliases:
        return _id(person.aliases[-1])
    if platform == "gradescope":
        return _id(person.sid or person.email.partition("@")[0] or person.name)
    if platform == "moodle" and person.name.casefold() == "participant":
        return f"participant-{person.number}"
    return _id(person.name) if platform in ("plain", "exchange") else as_id(person.name)


def _id(name: str) -> str:
    return name if not problem_with_id(name) and len(name) <= 100 else as_id(name)


def _grouped(found: dict[Person, Match]) -> dict[str, list]:
    groups: dict[str, list] = {}
    for person, match in found.items():
        if match.student:
            groups.setdefault(match.student, []).append(person)
    return {student: persons for student, persons in groups.items() if len(persons) > 1}


def _either(students: Iterable[str]) -> str:
    names = sorted(students)
    more = f" or {len(names) - 3} more" if len(names) > 3 else ""
    return " or ".join(names[:3]) + more
