"""Remove a student from a class: rows, files, results, reports, archives."""

import contextlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.api import Grade, MissingEntry, Student, SubmittedNotebook
from sqlalchemy import delete, select

from grading.paths import COURSE, ClassError
from grading.records.attempts import NOTE
from grading.records.backup import backup, unpack
from grading.records.csv_table import TableError, read_table
from grading.records.files import read_json, remove_folder
from grading.records.lock import all_locks
from grading.records.nbgrader import nbgrader_api
from grading.records.policy import NAME, ROSTER
from grading.records.submissions import student_id
from grading.records.tables import ANSWERS, ASIDE, COVERED, GRADES, commit, handed_in, opened
from grading.records.traces import drop_members, drop_rows, forget_traces, names
from grading.records.unnamed import without
from grading.whole import write_whole
from grading.wording import counted

EARLIER = ".digests.json"  # an earlier version's, of all submissions to a lab
BY_STUDENT = ("submitted", "attempts", "autograded", "feedback")


def forget(student: str, course: Path = COURSE, db: str | None = None) -> list[str]:
    """Remove every record of a student, given by id, from a class; return what it was, as lines.

    Raises
    ------
    ClassError
        If a file about the student has to be edited by hand: the text names it.
    """
    student = student_id(student)
    is_text = student.encode("utf-8", "replace").decode() == student
    if student in ("", ".", "..") or {*"/\0"} & {*student} or not is_text:
        raise ClassError(f"{student!r} is not a student's id.")
    api = nbgrader_api(course, db)
    with opened(api) as gradebook:
        labs = [assignment.name for assignment in gradebook.assignments]
    if student in labs:  # pages that name the lab would be taken for the student's
        raise ClassError(f"{student!r} is a lab, not a student.")
    with all_locks(course, labs, f"forget {student}"):
        removed = _rows(api, student)
        removed += _folders(course, student)
        removed += _files(course, student)
        removed += forget_traces(course, student)
        if removed:  # of somebody unknown they tell nothing
            removed += _reports(course, {p.stem for p in course.glob("reports/*_nameless.*")})
        removed += _archives(course, student)
    return removed


def left_for_a_person(course: Path, student: str) -> list[str]:
    """Files that still name the student and have to be edited by hand."""
    paths = [course / NAME]
    try:
        list(read_table(course / ROSTER, "id")[1])
    except TableError:  # its row could not be removed
        paths.append(course / ROSTER)
    return [str(path) for path in paths if names(path, student)]


def _rows(api: Any, student: str) -> list[str]:
    removed = []
    with opened(api) as gradebook:
        db = gradebook.db
        mine = handed_in(SubmittedNotebook.id).where(Student.id == student)
        keys = list(db.execute(mine).scalars())
        grades = select(Grade.id).where(Grade.notebook_id.in_(keys))
        db.execute(delete(COVERED).where(COVERED.c.grade_id.in_(grades)))
        for table in (GRADES, ANSWERS):
            db.execute(delete(table).where(table.c.notebook_id.in_(keys)))
        aside = db.execute(delete(ASIDE).where(ASIDE.c.student == student)).rowcount
        if aside:
            removed.append(f"{aside} rows of points and comments for earlier answers")
        if db.get(Student, student) is not None:
            with contextlib.suppress(MissingEntry):
                gradebook.remove_student(student)  # commits
            many = counted(len(keys), "submission")
            removed.append(f"gradebook: the student, and {many} with all grades and comments")
        else:
            commit(db)
    return removed


def _folders(course: Path, student: str) -> list[str]:
    removed = []
    for kind in BY_STUDENT:
        parent = course / kind
        for folder in sorted(parent.iterdir()) if parent.is_dir() else ():
            if student_id(folder.name) == student:
                remove_folder(folder)
                removed.append(f"{folder.relative_to(course)}/")
    return removed


def _files(course: Path, student: str) -> list[str]:
    removed = []
    for note in sorted(course.glob("results/*/*.json")):
        if note.name in (EARLIER, NOTE):
            _drop_key(note, student)
        elif student_id(note.stem) == student:
            note.unlink()
            removed.append(str(note.relative_to(course)))
    naming = {path.stem for path in course.glob("reports/*.*") if names(path, student)}
    removed += _reports(course, naming)
    for path in (course / "grades.csv", course.parent / "grades.csv"):
        if drop_rows(path, lambda row: student in row):
            removed.append(f"rows of {path.name}")
    return removed


def _reports(course: Path, names: set[str]) -> Iterator[str]:
    for path in sorted(course.glob("reports/*.*")):
        if path.suffix in (".csv", ".html") and path.stem in names:
            path.unlink()
            yield f"{path.relative_to(course)} (write it again: `report`)"


def _drop_key(path: Path, student: str) -> None:
    content = read_json(path)
    if content.pop(student, None) is not None:
        write_whole(path, json.dumps(content))


def _archives(course: Path, student: str) -> Iterator[str]:
    """Remove the student's files from kept downloads, and report backups."""

    def mine(_: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
        return any(_about(part, student) for part in Path(info.filename).parts)

    for path in sorted((course / "downloaded").rglob("*")):
        if not path.exists():
            continue
        if path.is_file() and zipfile.is_zipfile(path) and (many := drop_members(path, mine)):
            yield f"{counted(many, 'file')} of {path.relative_to(course)}"
        elif _about(path.name, student):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            yield str(path.relative_to(course))
    for path in sorted((course / "backups").glob("*.tar.gz")):
        with tempfile.TemporaryDirectory() as folder:
            inside = Path(folder) / "class"
            unpack(path, inside)
            rules = (inside / NAME).read_text(encoding="utf-8", errors="replace")
            left = without(rules, student) if student in rules else rules
            if forget(student, inside) or left != rules:
                write_whole(inside / NAME, left or "")
                backup(inside, path)
                gone = "" if left is not None else f", and the whole {NAME} in it, which named them"
                yield f"all of it in {path.relative_to(course)}{gone}"


def _about(name: str, student: str) -> bool:
    """Whether a file of an archive is the student's: its name contains the id as a word."""
    name = student_id(name)
    parts = name.replace("_", " ").replace("-", " ").replace(".", " ").split()
    return student in (name, Path(name).stem) or student in parts
