"""The engine's notes on each submission, which belong to the grades in the gradebook.

``<course>/results/<lab>/<student>.json`` holds remarks, diagnoses and times,
``<course>/autograded/<student>/<lab>/`` the notebook as it ran. Both belong to one grade in the
gradebook, whose id is in the JSON file. A grade is written in three steps: the files under a
temporary name, the gradebook (one transaction), the files to their places. If a command is
interrupted in between, the next one finishes or discards the grade.
"""

import json
import os
import shutil
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Grade,
    Notebook,
    Student,
    SubmittedNotebook,
)

from grading.engine.model import Result, result_of
from grading.labfile import out_of_bounds
from grading.records.files import read_json
from grading.records.submissions import (
    STAMP,
    Files,
    digest,
    notebooks_in,
    read_files,
    read_stamp,
    submission_digest,
)
from grading.records.tables import COVERED, GRADES, handed_in
from grading.records.write import Book
from grading.whole import write_whole

DIGESTS = ".digests.json"
NOTE = ".note.json"  # of a grade whose files are not in place yet
START = '{"grade": "'


@dataclass(frozen=True)
class Made:
    """A grade in the gradebook: its id, what it was made from, and when (UTC)."""

    grade: str
    submission: str
    tests: str
    engine: str
    graded: Any
    whole: bool  # whether the gradebook still has all its scores

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


def made_grades(db: Any, lab: str, course: Path | None = None) -> dict[str, Made]:
    """The grades of a lab in the gradebook that `keep` made, by student.

    If the class's folder is given, only those whose files exist.
    """
    rows = db.execute(
        handed_in(
            Student.id,
            GRADES.c.grade,
            GRADES.c.submission,
            GRADES.c.tests,
            GRADES.c.engine,
            GRADES.c.graded,
            GRADES.c.scores,
        )
        .join(SubmittedNotebook.notebook)
        .join(GRADES, GRADES.c.notebook_id == SubmittedNotebook.id)
        .where(Assignment.name == lab, Notebook.name == lab)
    ).all()
    scores = machine_scores(db, lab)
    found = {}
    for student, grade, submission, tests, engine, graded, noted in rows:
        if course is not None and not _has_files(course, lab, student, grade):
            continue
        there = scores.get(student, {})
        whole = all(there.get(name) == score for name, score in json.loads(noted).items())
        found[student] = Made(grade, submission, tests, engine, graded, whole)
    return found


def machine_scores(db: Any, lab: str) -> dict[str, dict[str, float | None]]:
    """The machine's scores in the gradebook, those of void tests included, by student and cell."""
    rows = db.execute(
        handed_in(
            Student.id, BaseCell.name, Grade.auto_score, COVERED.c.grade_id, COVERED.c.auto_score
        )
        .join(SubmittedNotebook.grades)
        .join(Grade.cell)
        .outerjoin(COVERED, COVERED.c.grade_id == Grade.id)
        .where(Assignment.name == lab)
    )
    found: dict[str, dict[str, float | None]] = {}
    for student, name, score, covered, under in rows:
        found.setdefault(student, {})[name] = under if covered else score
    return found


def _has_files(course: Path, lab: str, student: str, grade: str) -> bool:
    try:
        with open(note_path(course, lab, student), encoding="utf-8") as file:
            start = file.read(len(START) + len(grade) + 1)
    except (OSError, UnicodeDecodeError):
        return False
    notebook = course / "autograded" / student / lab / f"{lab}.ipynb"
    return start == f'{START}{grade}"' and notebook.exists()


# --- writing -----------------------------------------------------------------------------------


def keep(
    result: Result, versions: Mapping[str, str], book: Book, course: Path, folder: Path
) -> None:
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
    """
    grade = uuid.uuid4().hex
    new = _new(course, result.lab, result.student)
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    (new / f"{result.lab}.ipynb").write_text(result.notebook, encoding="utf-8")
    if (stamp := read_stamp(folder)) is not None:
        (new / STAMP).write_bytes(stamp)
    (new / NOTE).write_text(_note(result, versions, grade), encoding="utf-8")
    book.write(result, versions, folder, grade)
    _put_in_place(course, result.lab, result.student, new)


def keep_note(result: Result, versions: Mapping[str, str], book: Book, course: Path) -> None:
    """Write a result without its notebook, which nbgrader writes itself."""
    grade = book.write(result, versions)
    path = note_path(course, result.lab, result.student)
    write_whole(path, _note(result, versions, grade))


def _note(result: Result, versions: Mapping[str, str], grade: str) -> str:
    content = {"grade": grade} | vars(result) | {"versions": dict(versions), "notebook": None}
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


def _new(course: Path, lab: str, student: str) -> Path:
    return course / "autograded" / student / f".{lab}.new"


# --- reading -----------------------------------------------------------------------------------


def note_path(course: Path, lab: str, student: str) -> Path:
    """The path of the note on a submission."""
    return course / "results" / lab / f"{student}.json"


def read_note(course: Path, lab: str, student: str) -> dict[str, Any] | None:
    """The note of `keep` on a submission, as a dict; None if there is none."""
    return read_json(note_path(course, lab, student)) or None


def read_result(course: Path, lab: str, student: str) -> Result | None:
    """The `Result` that `keep` noted, without its notebook; None if there is none."""
    try:
        return result_of(read_note(course, lab, student))
    except ValueError:
        return None


# --- digests of files --------------------------------------------------------------------------


def note_digests(
    course: Path, lab: str, folders: Mapping[str, Path], versions: Mapping[str, Mapping[str, str]]
) -> None:
    """Store the digests of submissions with their files' size and times."""
    known = _digests(course, lab)
    now = {
        student: [_seen(folders[student]), versions[student]["submission"]]
        if student in versions
        else known[student]
        for student in folders
        if student in versions or student in known
    }
    if now != known:
        path = course / "results" / lab / DIGESTS
        write_whole(path, json.dumps(now))


def digests_now(course: Path, lab: str, folders: Mapping[str, Path]) -> dict[str, str]:
    """Digests of all submissions; only files whose size or times have changed are read."""
    known = _digests(course, lab)
    found = {}
    for student, folder in folders.items():
        then = known.get(student)
        if then is not None and then[0] == _seen(folder):
            found[student] = then[1]
        else:
            found[student] = submission_digest(read_files(folder))
    note_digests(course, lab, folders, {s: {"submission": d} for s, d in found.items()})
    return found


def _digests(course: Path, lab: str) -> dict[str, list[str]]:
    return read_json(course / "results" / lab / DIGESTS)


def _seen(folder: Path) -> str:
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
