"""Submissions: folders, notebooks, timestamps.

``<course>/submitted/<student>/<lab>/`` holds the submission that counts, as in nbgrader;
``<course>/attempts/<student>/<lab>/<time>/`` holds every attempt that was collected.
"""

import contextlib
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from nbgrader.utils import parse_utc

from grading.engine.read import MAX_FILE
from grading.engine.skim import skimmed_file
from grading.paths import ClassError
from grading.records.files import (
    copy_plain,
    digest,
    moment,
    read_plain,
    remove_folder,
    replace_folder,
    swap_folder,
)
from grading.whole import write_whole

MAX_NAME = 128  # letters of a student's id in the gradebook
MAX_BYTES = 200  # of an id: file names, of up to 255 bytes, are made from it
STAMP = "timestamp.txt"
ATTEMPT = "%Y%m%dT%H%M%S.%fZ"  # the name of an attempt's folder: its time
MAX_STAMP = 1000  # bytes
Files = tuple[tuple[str, bytes | None], ...]
Place = Literal["newest", "oldest"] | None  # of an attempt among the others


@dataclass(frozen=True)
class Odd:
    """A folder in ``submitted/`` that belongs to no student, and why."""

    name: str
    why: str

    def __str__(self) -> str:
        return f"submitted/{self.name}: {self.why}"


def student_id(name: str) -> str:
    """The id of the student whose folder or row has this name: letters composed (NFC)."""
    return unicodedata.normalize("NFC", name)


class Submissions(Mapping[str, Path]):
    """The folders of the submissions to a lab by student; a class may be thousands, so only their
    names are kept.
    """

    def __init__(self, course: Path, lab: str, names: dict[str, str]) -> None:
        self._parent, self._lab, self._names = course / "submitted", lab, names

    def __getitem__(self, student: str) -> Path:
        return self._parent / self._names[student] / self._lab

    def __contains__(self, student: object) -> bool:
        return student in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def leave_out(self, student: str) -> None:
        """Go on without this student."""
        del self._names[student]


def find_submissions(
    course: Path, lab: str, known: Iterable[str] = ()
) -> tuple[Submissions, list[Odd]]:
    """Find the folders of all submissions to a lab.

    Parameters
    ----------
    course : pathlib.Path
    lab : str
    known : iterable of str
        Ids in the gradebook: the same name in other code points is the same student.

    Returns
    -------
    Submissions
        By student, sorted by name.
    list of Odd
        Folders that cannot belong to a student.
    """
    others = {student_id(name): name for name in known if student_id(name) != name}
    found: dict[str, str] = {}
    odd = []
    for name in sorted(folder.name for folder in _folders(course / "submitted")):
        if name.startswith(".") or not (course / "submitted" / name / lab).is_dir():
            continue
        if why := _why_odd(name):
            odd.append(Odd(_shown(name), why))
            continue
        student = others.get(student_id(name), student_id(name))
        if student in found:
            twin = "This is a second folder of the same student. Move its labs into the other one."
            # The folder named as in the gradebook counts.
            if name == student:
                found[student] = name
            odd.append(Odd(_shown(name), twin))
        else:
            found[student] = name
    return Submissions(course, lab, {student: found[student] for student in sorted(found)}), odd


def _shown(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")


def _folders(parent: Path) -> Iterator[Path]:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        for path in parent.iterdir():
            if path.is_dir():
                yield path


def _why_odd(name: str) -> str:
    try:
        size = len(name.encode("utf-8"))
    except UnicodeEncodeError:
        return "The folder's name is not in UTF-8. Rename it to the student's id."
    if len(name) > MAX_NAME:
        return (
            f"The folder's name has {len(name)} letters; a gradebook has room for {MAX_NAME}. "
            "Rename it to the student's id."
        )
    if size > MAX_BYTES:
        return (
            f"The folder's name has {size} bytes; names of files made from it have room for "
            f"{MAX_BYTES}. Rename it to the student's id."
        )
    if not name.isprintable():
        return "The folder's name contains invisible characters. Rename it."
    return ""


def wanted(found: Iterable[str], students: Iterable[str] | None, lab: str) -> list[str]:
    """Those of `students` who handed in; all who did if it is None."""
    if not students:
        return list(found)
    names = {student_id(name) for name in students}
    there = {student_id(name) for name in found}
    if missing := sorted(names - there):
        raise ClassError(f"There is no submission to {lab} by {', '.join(missing)}.")
    return [name for name in found if student_id(name) in names]


# --- what is in a folder -----------------------------------------------------------------------


def read_files(folder: Path, name: str | None = None) -> Files:
    """Names and contents of a submission's notebooks, the expected one first.

    If the folder has none, those in its subfolders: some archives unpack that way. A content is
    None if it is too large or no plain file, or if the expected notebook exists.
    """
    expected = f"{name or folder.name}.ipynb"
    found = notebooks_in(folder)
    found.sort(key=lambda path: path.name != expected)
    files: list[tuple[str, bytes | None]] = []
    left = MAX_FILE
    for path in found[:20]:
        content = None
        if not (files and files[0][0] == expected):
            content = content_of(path, left)
            left -= len(content or b"")
        # A name need not be valid text: invalid bytes become question marks.
        files.append((_shown(path.name), content))
    return tuple(files)


def notebooks_in(folder: Path) -> list[Path]:
    """Notebooks of a submission, by name; those of its subfolders if it has none itself."""
    found = _notebooks(folder)
    if not found:
        try:
            inner = sorted(folder.iterdir())
        except OSError:
            return []
        inner = [sub for sub in inner if not sub.name.startswith((".", "__MACOSX"))]
        found = [path for sub in inner for path in _notebooks(sub)]
    return found


def _notebooks(folder: Path) -> list[Path]:
    if folder.is_symlink() or not folder.is_dir():
        return []
    try:
        notebooks = [path for path in folder.iterdir() if path.suffix.lower() == ".ipynb"]
    except OSError:
        return []
    return sorted(path for path in notebooks if not path.name.startswith("."))


def content_of(path: Path, limit: int = MAX_FILE) -> bytes | None:
    """A file's bytes; a large one is read without its outputs, and what is no plain file not."""
    content = read_plain(path, limit)
    if content is None:
        content = skimmed_file(path)
    return content if content is not None and len(content) <= limit else None


def submission_digest(files: Files) -> str:
    """A digest of the files from `read_files`: it changes only if something that counts does."""
    parts = [part for name, content in files for part in (name.encode(), content)]
    return digest(*(b"too large" if part is None else part for part in parts))


# --- when --------------------------------------------------------------------------------------


def handed_in_at(folder: Path) -> datetime | None:
    """When it was handed in (UTC, naive, as nbgrader stores it); None if no file says so.

    The file is among the student's, and may contain anything.
    """
    try:
        text = (read_stamp(folder) or b"").decode().strip()
        return parse_utc(text) if text else None
    except (ValueError, OverflowError, AttributeError, TypeError):
        return None  # the last two are bugs of the parser


def read_stamp(folder: Path) -> bytes | None:
    """The timestamp file's content, if it can be one."""
    return read_plain(folder / STAMP, MAX_STAMP)


def write_stamp(folder: Path, when: datetime) -> None:
    """Write when it was handed in, as nbgrader does."""
    text = when.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
    write_whole(folder / STAMP, text)


# --- attempts ----------------------------------------------------------------------------------


def add_attempt(
    course: Path, lab: str, student: str, files: Mapping[str, bytes], when: datetime
) -> bool:
    """Store an attempt; the newest one goes into ``submitted/``.

    The class's policy decides which attempt counts: see `grading.records.attempts`.

    Parameters
    ----------
    course : pathlib.Path
    lab, student : str
    files : mapping of str to bytes
        File names without folders, and contents.
    when : datetime.datetime
        When it was handed in, with a time zone.

    Returns
    -------
    bool
        False if this attempt existed already, and nothing was changed.
    """
    student = student_id(student)
    if (why := _why_odd(student)) or student in ("", ".", "..") or "/" in student:
        raise ClassError(f"{student!r} cannot be a student's id. {why}".strip())
    when = free_time(course, lab, student, files, when)
    kept = course / "attempts" / student / lab / attempt_name(when)
    for left in [path for path in _folders(kept.parent) if path.name.startswith(".")]:
        remove_folder(left)  # half made by a run that was killed: this one may have another time
    if kept.is_dir():
        if (course / "submitted" / student / lab).is_dir():
            return False
        put_forward(course, lab, student, attempts_of(course, lab, student)[-1])
        return True
    for name in files:
        if Path(name).name != name or name == STAMP:
            raise ClassError(f"{name!r} cannot be the name of a file in a submission.")

    def fill(new: Path) -> None:
        for name, content in files.items():
            (new / name).write_bytes(content)
        write_stamp(new, when)

    # It is an attempt when all is done: whoever was stopped on the way begins again.
    ready = kept.with_name(f".{kept.name}")
    replace_folder(ready, fill)
    keep_as_attempt(course, lab, student, but=ready)
    those = [ready, *attempts_of(course, lab, student)]
    put_forward(course, lab, student, max(those, key=lambda path: path.name.strip(".")))
    swap_folder(ready, kept)
    return True


def free_time(
    course: Path,
    lab: str,
    student: str,
    files: Mapping[str, bytes],
    when: datetime,
    place: Place = None,
) -> datetime:
    """The time under which to keep an attempt: `when`, or just after others of that time.

    As the newest it is later than all existing ones, as the oldest earlier: an attempt without a
    time of its own, as from Canvas, may have been given another one.
    """
    parent = course / "attempts" / student / lab
    there = attempts_of(course, lab, student) if place else []
    if there:
        edge = there[-1 if place == "newest" else 0]
        time = datetime.strptime(edge.name, ATTEMPT).replace(tzinfo=UTC)
        if _contents(edge) == dict(files):
            return time
        step = timedelta(microseconds=1)
        when = max(when, time + step) if place == "newest" else min(when, time - step)
    while (other := parent / attempt_name(when)).exists() and _contents(other) != dict(files):
        when += timedelta(microseconds=1)
    return when


def _contents(folder: Path) -> dict[str, bytes | None]:
    """Its files; None for what is none: a student may have handed in a folder beside them."""
    return {p.name: read_plain(p, 2 * MAX_FILE) for p in folder.iterdir() if p.name != STAMP}


def attempt_name(when: datetime) -> str:
    """The name of an attempt's folder: its time in UTC, so that names sort by time."""
    return when.astimezone(UTC).strftime(ATTEMPT)


def attempts_of(course: Path, lab: str, student: str) -> list[Path]:
    """Folders of a student's collected attempts, the oldest first."""
    parent = course / "attempts" / student / lab
    return sorted(path for path in _folders(parent) if not path.name.startswith("."))


def keep_as_attempt(course: Path, lab: str, student: str, but: Path | None = None) -> None:
    """Store a submission put into ``submitted/`` by hand among the attempts; not if it is `but`."""
    folder = course / "submitted" / student / lab
    if not folder.is_dir() or not notebooks_in(folder):
        return
    mine = submission_digest(read_files(folder, lab))
    there = [*attempts_of(course, lab, student), *([but] if but else [])]
    if any(submission_digest(read_files(attempt, lab)) == mine for attempt in there):
        return
    when = handed_in_at(folder)
    if when is None:
        newest = max(path.lstat().st_mtime for path in notebooks_in(folder))
        when = moment(newest) or datetime.now(UTC)
    parent, when = course / "attempts" / student / lab, when.replace(tzinfo=UTC)
    while (kept := parent / attempt_name(when)).is_dir() or (but and but.name == f".{kept.name}"):
        when += timedelta(microseconds=1)  # another attempt has the same time

    def copied(new: Path) -> None:
        copy_plain(folder, new, MAX_FILE)
        write_stamp(new, when)

    replace_folder(kept, copied)


def put_forward(course: Path, lab: str, student: str, attempt: Path) -> None:
    """Put an attempt into ``submitted/``, completely or not at all."""
    folder = course / "submitted" / student / lab
    replace_folder(folder, lambda new: copy_plain(attempt, new, 2 * MAX_FILE))
