"""Return: grades in the file that a platform imports, and pages in the zip that it hands out.

A platform finds its students only by its own keys: those are written exactly as they came. All
other text is for people, so anything a spreadsheet would run is made harmless. A student whose
key is itself a formula is left out and reported: the key cannot be both exact and harmless.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grading import wording
from grading.lms.registry import as_known_to, registry
from grading.lms.roster import read_roster
from grading.lms.text import is_plain_key
from grading.paths import COURSE, ClassError
from grading.records.nbgrader import nbgrader_api
from grading.records.points import Score, scores
from grading.records.policy import ROSTER, read_policy
from grading.records.spreadsheet import defused
from grading.records.students import Enrolled, read_students
from grading.terminal import printable_lines
from grading.whole import write_whole, zip_of

COLLECT = "Collect what they handed in at Moodle"  # it numbers students anew for each assignment
MAX_NAME = 250  # bytes that a file's name may have


Table = Iterable[list[str]]


@dataclass
class Row:
    """A student with a grade: what the roster and the platform say, and the points."""

    student: Enrolled
    score: Score
    about: dict = field(default_factory=dict)  # what `collect` noted
    page: Path | None = None
    handed_in: str = ""  # when, in the class's time zone


@dataclass
class Returned:
    """What `send` wrote, for how many students, and what it had to leave out."""

    grades: Path
    pages: Path | None
    students: int
    handed: int
    left: list = field(default_factory=list)  # of sentences


def send(
    lab: str,
    to: str,
    section: str | None = None,
    course: Path = COURSE,
    db: str | None = None,
    title: str | None = None,
    into: Path | None = None,
) -> Returned:
    """Write the grades of a lab and its feedback in a platform's format.

    Parameters
    ----------
    lab : str
    to : str
        One of `PLATFORMS`.
    section : str, optional
        Only students of this section, as the roster or the policy has it.
    course : pathlib.Path
    db : str, optional
        URL of the gradebook.
    title : str, optional
        The assignment's name on the platform; for Canvas with its number, `Lab 1 (4711)`.
    into : pathlib.Path, optional
        Output folder; ``<course>/returned/<lab>`` by default.
    """
    course = Path(course)
    rows = _rows(lab, section, course, db)
    if not rows:
        where = f" in section {section}" if section else ""
        raise ClassError(
            f"Nobody{where} has a grade for {lab}: grade it first, or check the roster."
        )
    left: list[str] = []
    table = list(PLATFORMS[to](rows, title or lab, left))
    students = len(table) - (2 if to == "canvas" else 1)
    if not students:
        more = [f"and {len(left) - 5} more"] * (len(left) > 5)
        said = "\n  ".join([f"{to}'s table would be empty. Nothing was written.", *left[:5], *more])
        raise ClassError(printable_lines(said))
    folder = Path(into) if into else course / "returned" / lab
    name = f"{lab}_{to}" + (f"_{section}" if section else "")
    name = "".join(c if c.isalnum() or c in "_-." else "_" for c in name)
    grades = folder / f"{name}_grades.csv"
    write_whole(grades, _as_csv(table))
    pages = handed = None
    if to != "csv":
        pages = folder / f"{name}_feedback.zip"
        handed = _write_pages(pages, rows, to, lab, left)
    return Returned(grades, pages, students, handed or 0, left)


def _rows(lab: str, section: str | None, course: Path, db: str | None) -> list[Row]:
    found = scores(lab, course, db)
    path = course / ROSTER
    listed = {s.id: s for s in read_roster(path)[0]} if path.exists() else {}
    known = {each.id: each for each in read_students(nbgrader_api(course, db))}
    policy, collected = read_policy(course), registry(course, lab)
    rows = []
    for score in found:
        student = listed.get(score.student) or known.get(score.student) or Enrolled(score.student)
        where = student.section or policy.section(score.student) or ""
        if section is not None and section not in (where, policy.section(score.student)):
            continue
        page = course / "feedback" / score.student / lab / f"{lab}.html"
        about = collected.get(score.student, {})
        then = policy.local(score.handed_in).isoformat(" ", "seconds") if score.handed_in else ""
        rows.append(Row(student, score, about, page if page.is_file() else None, then))
    return rows


def _as_csv(table: Table) -> str:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(table)
    return out.getvalue()


def _key(
    row: Row, key: str, left: list[str], what: str, do: str = "Fill it in the roster"
) -> str | None:
    """A platform's key as it is; None, with a remark, if it is unknown or would be a formula."""
    if is_plain_key(key):
        return key
    why = f"the {what} is not known" if not key else f"the {what} {key!r} would be a formula"
    left.append(f"{row.student.id}: left out, {why}. {do}, or grade by hand.")
    return None


# --- Canvas -------------------------------------------------------------------------------------


def _canvas(rows: list[Row], title: str, left: list[str]) -> Table:
    """Canvas's gradebook export; Canvas finds students by ID, and the assignment by its title."""
    yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", defused(title)]
    yield ["    Points Possible", "", "", "", "", wording.number(rows[0].score.out_of)]
    for row in rows:
        about = as_known_to("canvas", row.about)
        key = _key(row, about.get("number") or row.student.lms_id, left, "Canvas ID (lms_id)")
        if key is not None:
            student = row.student
            sortable = ", ".join(filter(None, [student.last_name, student.first_name]))
            login = student.email.partition("@")[0]
            yield [
                defused(sortable or about.get("name") or student.id),
                key,
                student.id if is_plain_key(student.id) else "",
                login if is_plain_key(login) else "",
                defused(student.section),
                wording.number(row.score.points),
            ]


# --- Moodle -------------------------------------------------------------------------------------


def _moodle(rows: list[Row], title: str, left: list[str]) -> Table:
    """Moodle's offline grading worksheet; Moodle finds participants by number."""
    yield [
        "Identifier", "Full name", "Email address", "Status", "Grade", "Maximum grade",
        "Grade can be changed", "Last modified (submission)", "Last modified (grade)",
        "Feedback comments",
    ]  # fmt: skip
    for row in rows:
        about = as_known_to("moodle", row.about)
        key = _key(row, about.get("number", ""), left, "Moodle number", COLLECT)
        if key is not None:
            waits = f"Still to be graded by hand: {wording.points(row.score.written)}."
            yield [
                f"Participant {key}",
                defused(row.student.full_name or about.get("name", "")),
                defused(row.student.email),
                "Submitted for grading",
                wording.number(row.score.points),
                wording.number(row.score.out_of),
                "Yes",
                "-",
                "-",
                waits if row.score.written else "",
            ]


# --- Gradescope, and a table for the instructor -------------------------------------------------


def _gradescope(rows: list[Row], title: str, left: list[str]) -> Table:
    """Gradescope's export of grades: it identifies a student by address and number."""
    yield [
        *("First Name", "Last Name", "SID", "Email", "Sections"),
        defused(title),
        f"{defused(title)} - Max Points",
    ]
    for row in rows:
        email = row.student.email if is_plain_key(row.student.email) else ""
        sid = _key(row, row.student.id, left, "SID")
        if sid is not None:
            yield [
                defused(row.student.first_name),
                defused(row.student.last_name),
                sid,
                email,
                defused(row.student.section),
                wording.number(row.score.points),
                wording.number(row.score.out_of),
            ]


def _csv(rows: list[Row], title: str, left: list[str]) -> Table:
    """One row per student, for the instructor; all that is no number is made harmless text."""
    yield [
        *("id", "first_name", "last_name", "email", "section", "lms_id"),
        *(defused(title), "out_of", "penalty", "to_grade_by_hand", "late", "handed_in"),
    ]
    for row in rows:
        student, score = row.student, row.score
        said = (
            *(student.id, student.first_name, student.last_name),
            *(student.email, student.section, student.lms_id),
        )
        yield [
            *map(defused, said),
            *map(wording.number, (score.points, score.out_of, score.penalty, score.written)),
            "yes" if score.late else "",
            row.handed_in,
        ]


PLATFORMS = {"canvas": _canvas, "moodle": _moodle, "gradescope": _gradescope, "csv": _csv}


# --- pages --------------------------------------------------------------------------------------


def page_name(about: Mapping[str, Any], student: str, lab: str, platform: str) -> str:
    """The name a platform expects for a student's page: the submission's, ending in .html."""
    about = as_known_to(platform, about)
    if not about:
        return f"{student}/{lab}.html"
    label = about["label"]
    if platform == "canvas":
        # Canvas reads the first two numbers between underscores as the student's and the upload's.
        begin = label.partition(f"_{about['number']}_")[0]
        misread = any(part.isdecimal() for part in begin.split("_"))
        return _short("", label[len(begin) + 1 :] if misread else label)
    if platform == "moodle" and f"_{about['number']}_" not in label:
        # A team's folder has the team's number, but Moodle hands pages to participants.
        name = "".join(" " if c in "_/" or not c.isprintable() else c for c in about["name"])
        return f"{name[:60]}_{about['number']}_assignsubmission_file_/{lab}.html"
    if platform == "moodle" and "/" not in about["path"].rsplit(label, 1)[-1]:
        return _short(label, about["file"])  # flat: the label ends in an underscore
    name = f"{lab}.html" if about.get("people", 1) == 1 else f"{student}.html"
    return f"{label}/{name}"


def _short(begin: str, file: str) -> str:
    """`begin` and the file's name with .html, no longer than a file system allows."""
    stem = file.rsplit(".", 1)[0] if "." in file.strip(".") else file
    while stem and len(f"{begin}{stem}.html".encode("utf-8", "replace")) > MAX_NAME:
        stem = stem[:-1]
    return f"{begin}{stem}.html"


def _some(students: list[str]) -> str:
    more = f" and {len(students) - 5} more" if len(students) > 5 else ""
    return ", ".join(students[:5]) + more


def _write_pages(path: Path, rows: list[Row], platform: str, lab: str, left: list[str]) -> int:
    missing: list[str] = []
    unknown: list[str] = []
    pages: dict[str, bytes] = {}
    for row in rows:
        if row.page is None:
            missing.append(row.student.id)
            continue
        name = page_name(row.about, row.student.id, lab, platform)
        if name in pages:
            left.append(f"{row.student.id}: no page, because another student's is called {name}")
        else:
            pages[name] = row.page.read_bytes()
            unknown += [] if as_known_to(platform, row.about) else [row.student.id]
    if unknown:
        who = "Nothing" if len(unknown) == len(pages) else f"Nothing of {_some(unknown)}"
        left.append(
            f"{who} was collected from this platform, so its own names are unknown: these pages "
            "are named after students, and it cannot hand them out."
        )
    if missing:
        left.append(f"No page yet for {_some(missing)}: `python -m grading feedback {lab}`.")
    write_whole(path, zip_of(pages))
    return len(pages)
