"""The engine's notes on each submission, which belong to the grades in the gradebook.

``<course>/results/<lab>/<student>.json`` holds remarks, diagnoses and times,
``<course>/autograded/<student>/<lab>/`` the notebook as it ran. Both belong to one grade in the
gradebook, whose id is in the JSON file. A grade is written in three steps: the files under a
temporary name, the gradebook (one transaction), the files to their places. If a command is
interrupted in between, the next one finishes or discards the grade.
"""

import json
import os
import re
import shutil
import sys
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, BaseCell, Grade, Notebook, Student, SubmittedNotebook
from sqlalchemy import select, true

from grading.engine.model import Result, result_of
from grading.labfile import out_of_bounds
from grading.records.files import digest, read_json
from grading.records.submissions import STAMP, Files, notebooks_in, read_stamp, submission_digest
from grading.records.tables import COVERED, GRADES, handed_in
from grading.records.write import Book
from grading.whole import write_whole

SCORES = Grade.__table__
NOTE = ".note.json"  # of a grade whose files are not in place yet
START = re.compile(r'\{"grade": "(\w+)"(?:, "looks": "(\w*)")?')  # of a note


@dataclass(frozen=True, slots=True)
class Made:
    """A grade in the gradebook: its id, what it was made from, and when (UTC)."""

    grade: str
    submission: str
    tests: str
    engine: str
    graded: Any
    whole: bool  # whether the gradebook still has all its scores
    looks: str = ""  # of the submission's files, if its note was read

    def why_stale(self, versions: Mapping[str, str]) -> list[str]:
        """Which of its inputs have changed since."""
        now = [name for name in versions if getattr(self, name) != versions[name]]
        return now if self.whole else [*now, "scores in the gradebook"]


def tests_version(lab: str, teacher: str) -> str:
    """A digest of the instructor's notebook and of what the lab's header puts out of bounds."""
    return digest(teacher.encode(), *(name.encode() for name in out_of_bounds(lab)))


def current_versions(lab: str, files: Files, teacher: str, engine: str) -> dict[str, str]:
    """What a grade depends on besides its seed: it is valid until one of these changes."""
    return {
        "submission": submission_digest(files),
        "tests": tests_version(lab, teacher),
        "engine": engine,
    }


def made_grades(
    db: Any, lab: str, course: Path | None = None, students: Sequence[str] | None = None
) -> dict[str, Made]:
    """The grades of a lab in the gradebook that `keep` made, by student; of all, or of `students`.

    If the class's folder is given, only those whose files exist.
    """
    some = true() if students is None else Student.id.in_(students)
    rows = db.execute(
        handed_in(
            Student.id,
            SubmittedNotebook.id,
            GRADES.c.grade,
            GRADES.c.submission,
            GRADES.c.tests,
            GRADES.c.engine,
            GRADES.c.graded,
            GRADES.c.scores,
        )
        .join(SubmittedNotebook.notebook)
        .join(GRADES, GRADES.c.notebook_id == SubmittedNotebook.id)
        .where(Assignment.name == lab, Notebook.name == lab, some)
    ).all()
    scores = _machine_scores(db, lab, None if students is None else [row[1] for row in rows])
    found = {}
    for student, copy, grade, submission, tests, engine, graded, noted in rows:
        looks = "" if course is None else _looks_noted(course, lab, student, grade)
        if looks is None:
            continue
        there = scores.get(copy, {})
        whole = all(there.get(name) == score for name, score in json.loads(noted).items())
        # In equal grades these are equal, and in memory once.
        tests, engine = sys.intern(tests), sys.intern(engine)
        found[student] = Made(grade, submission, tests, engine, graded, whole, looks)
    return found


def _machine_scores(
    db: Any, lab: str, copies: Sequence[str] | None
) -> dict[str, dict[str, float | None]]:
    """The machine's scores in the gradebook, those of void tests included, by submitted notebook
    and cell."""
    names = select(BaseCell.id, BaseCell.name).join(Notebook, Notebook.id == BaseCell.notebook_id)
    names = names.join(Notebook.assignment).where(Assignment.name == lab, Notebook.name == lab)
    cells = dict(db.execute(names).all())
    # By cell and notebook: there is an index of both, without which all grades would be read.
    mine = SCORES.c.cell_id.in_(list(cells))
    if copies is not None:
        mine &= SCORES.c.notebook_id.in_(copies)
    rows = db.execute(
        select(
            SCORES.c.notebook_id,
            SCORES.c.cell_id,
            SCORES.c.auto_score,
            COVERED.c.grade_id,
            COVERED.c.auto_score,
        )
        .outerjoin(COVERED, COVERED.c.grade_id == SCORES.c.id)
        .where(mine)
    )
    found: dict[str, dict[str, float | None]] = {}
    for copy, cell, score, covered, under in rows:
        found.setdefault(copy, {})[cells[cell]] = under if covered else score
    return found


def _looks_noted(course: Path, lab: str, student: str, grade: str) -> str | None:
    """What the note of this grade says of `looks`, if anything; None if its files are missing."""
    try:
        with open(note_path(course, lab, student), encoding="utf-8") as file:
            start = START.match(file.read(200))
    except (OSError, UnicodeDecodeError):
        return None
    notebook = course / "autograded" / student / lab / f"{lab}.ipynb"
    if start is None or start[1] != grade or not notebook.exists():
        return None
    return start[2] or ""


def looks(folder: Path) -> str:
    """A digest of the size and times of a submission's notebooks, without reading them."""
    seen = []
    for path in notebooks_in(folder):
        try:
            about = path.lstat()
        except OSError:
            continue
        name = os.fsencode(path.name).hex()
        seen.append(
            f"{name} {about.st_ino} {about.st_size} {about.st_mtime_ns} {about.st_ctime_ns}"
        )
    return digest("\n".join(seen).encode())


# --- writing -----------------------------------------------------------------------------------


def keep(
    result: Result,
    versions: Mapping[str, str],
    book: Book,
    course: Path,
    folder: Path,
    looked: str = "",
) -> dict[str, float | None]:
    """Write a result: the notebook, the gradebook row and the note, all or nothing.

    Parameters
    ----------
    result : Result
    versions : mapping of str to str
        From `current_versions`.
    book : Book
    course : pathlib.Path
    folder : pathlib.Path
        The submission's folder.
    looked : str
        Its `looks` before it was read, if known.

    Returns
    -------
    dict
        The machine's scores until now, by cell; empty if it is graded for the first time.
    """
    grade = uuid.uuid4().hex
    new = course / "autograded" / result.student / f".{result.lab}.new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    (new / f"{result.lab}.ipynb").write_text(result.notebook, encoding="utf-8")
    if (stamp := read_stamp(folder)) is not None:
        (new / STAMP).write_bytes(stamp)
    (new / NOTE).write_text(_note(result, versions, grade, looked), encoding="utf-8")
    before = book.write(result, versions, folder, grade)
    _put_in_place(course, result.lab, result.student, new)
    return before


def keep_note(result: Result, versions: Mapping[str, str], book: Book, course: Path) -> None:
    """Write a result without its notebook, which nbgrader writes itself."""
    grade = uuid.uuid4().hex
    book.write(result, versions, grade=grade)
    path = note_path(course, result.lab, result.student)
    write_whole(path, _note(result, versions, grade))


def _note(result: Result, versions: Mapping[str, str], grade: str, looked: str = "") -> str:
    content = {"grade": grade, "looks": looked} | vars(result)
    content |= {"versions": dict(versions), "notebook": None}
    return json.dumps(content, default=vars)


def finish(course: Path, lab: str, db: Any) -> None:
    """Finish or discard the grades of a command that was killed while writing."""
    left = sorted(course.glob(f"autograded/*/.{lab}.new"))
    made_by = made_grades(db, lab) if left else {}
    for new in left:
        student = new.parent.name
        grade = read_json(new / NOTE).get("grade")
        made = made_by.get(student)
        if made is not None and made.grade == grade:
            _put_in_place(course, lab, student, new)
        else:
            shutil.rmtree(new, ignore_errors=True)
    for note in course.glob(f"autograded/*/{lab}/{NOTE}"):  # all but the last step
        os.replace(note, note_path(course, lab, note.parent.parent.name))
    for temporary in course.glob(f"results/{lab}/.*.tmp"):
        temporary.unlink()


def _put_in_place(course: Path, lab: str, student: str, new: Path) -> None:
    """The last step, repeated from the start if it was interrupted."""
    folder, note = course / "autograded" / student / lab, note_path(course, lab, student)
    note.parent.mkdir(parents=True, exist_ok=True)
    temporary = note.with_name(f".{note.name}.tmp")
    shutil.copyfile(new / NOTE, temporary)
    note.unlink(missing_ok=True)  # no note may refer to a notebook that is not there yet
    if folder.exists():
        shutil.rmtree(folder)
    os.replace(new, folder)
    os.replace(temporary, note)
    (folder / NOTE).unlink()


# --- reading -----------------------------------------------------------------------------------


def note_path(course: Path, lab: str, student: str) -> Path:
    """The path of the note on a submission."""
    return course / "results" / lab / f"{student}.json"


def read_result(course: Path, lab: str, student: str) -> Result | None:
    """The `Result` that `keep` noted, without its notebook; None if there is none."""
    try:
        return result_of(read_json(note_path(course, lab, student)))
    except ValueError:
        return None
