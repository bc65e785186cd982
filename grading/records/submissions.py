"""What was handed in: folders, notebooks, timestamps.

``<course>/submitted/<student>/<lab>/`` holds what counts, by nbgrader's convention;
``<course>/attempts/<student>/<lab>/<time>/`` every attempt that was collected.
"""

import os
import shutil
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nbgrader.utils import parse_utc

from grading.engine.read import MAX_FILE
from grading.engine.skim import skimmed_file
from grading.paths import ClassError
from grading.records.files import copy_plain, digest, moment, read_plain, replace_folder
from grading.whole import write_whole

MAX_NAME = 128  # letters that a gradebook has for a student's id
MAX_BYTES = 200  # of it: files are called after it, with an ending, and a name has 255
STAMP = "timestamp.txt"
ATTEMPT = "%Y%m%dT%H%M%S.%fZ"  # the name of an attempt's folder: its time
MAX_STAMP = 1000  # bytes
Files = tuple[tuple[str, bytes | None], ...]


@dataclass(frozen=True)
class Odd:
    """A folder in ``submitted/`` that is nobody's, and why."""

    name: str
    why: str

    def __str__(self) -> str:
        return f"submitted/{self.name}: {self.why}"


def student_id(name: str) -> str:
    """The id of the student whose folder or row has this name: letters composed (NFC)."""
    return unicodedata.normalize("NFC", name)


def find_submissions(
    course: Path, lab: str, known: Iterable[str] = ()
) -> tuple[dict[str, Path], list[Odd]]:
    """Find the folders of all submissions to a lab.

    Parameters
    ----------
    course : pathlib.Path
    lab : str
    known : iterable of str
        Ids that the gradebook has: the same name in other code points is the same student.

    Returns
    -------
    dict of str to pathlib.Path
        By student, in the order of the names.
    list of Odd
        Folders that cannot be anybody's.
    """
    ids = {student_id(name): name for name in known}
    found: dict[str, Path] = {}
    odd = []
    for folder in sorted(_folders(course / "submitted")):
        inside = folder / lab
        if folder.name.startswith(".") or not inside.is_dir():
            continue
        shown = os.fsencode(folder.name).decode("utf-8", "replace")
        if why := _why_odd(folder.name):
            odd.append(Odd(shown, why))
            continue
        student = ids.get(student_id(folder.name), student_id(folder.name))
        if student in found:
            twin = "The folder is a second one of the same student. Move its labs into the other."
            # The one that is called as the gradebook says counts.
            if folder.name == student:
                found[student] = inside
            odd.append(Odd(shown, twin))
        else:
            found[student] = inside
    return dict(sorted(found.items())), odd


def _folders(parent: Path) -> list[Path]:
    try:
        return [path for path in parent.iterdir() if path.is_dir()]
    except (FileNotFoundError, NotADirectoryError):
        return []


def _why_odd(name: str) -> str:
    try:
        size = len(name.encode("utf-8"))
    except UnicodeEncodeError:
        return "The folder's name is not in UTF-8. Rename it to the student's id."
    if len(name) > MAX_NAME:
        return (
            f"The folder's name has {len(name)} letters, a gradebook has room for {MAX_NAME}. "
            "Rename it to the student's id."
        )
    if size > MAX_BYTES:
        return (
            f"The folder's name has {size} bytes, files that are called after it have room for "
            f"{MAX_BYTES}. Rename it to the student's id."
        )
    if not name.isprintable():
        return "The folder's name holds characters that cannot be seen. Rename it."
    return ""


def wanted(found: dict[str, Path], students: Iterable[str] | None, lab: str) -> dict[str, Path]:
    """Those of the submissions that are asked for; all where `students` is None."""
    if not students:
        return found
    names = {student_id(name) for name in students}
    there = {student_id(name) for name in found}
    if missing := sorted(names - there):
        raise ClassError(f"There is no submission to {lab} of {', '.join(missing)}.")
    return {name: folder for name, folder in found.items() if student_id(name) in names}


# --- what is in a folder -----------------------------------------------------------------------


def read_files(folder: Path, name: str | None = None) -> Files:
    """Names and contents of a submission's notebooks, the expected one first.

    If there is none in the folder, those in its subfolders: some archives unpack to that. The
    content is None where it is too large or no plain file, or where the expected one is there.
    """
    expected = f"{name or folder.name}.ipynb"
    found = notebooks_in(folder)
    found.sort(key=lambda path: path.name != expected)
    files: list[tuple[str, bytes | None]] = []
    left = MAX_FILE
    for path in found[:20]:
        content = None
        if not (files and files[0][0] == expected):
            content = _content(path, left)
            left -= len(content or b"")
        # A name need not be text: bytes that are none become question marks.
        files.append((os.fsencode(path.name).decode("utf-8", "replace"), content))
    return tuple(files)


def notebooks_in(folder: Path) -> list[Path]:
    """Notebooks of a submission, by name; of its subfolders if there is none above them."""
    found = _notebooks(folder)
    if not found:
        try:
            inner = sorted(folder.iterdir())
        except OSError:
            return []
        found = [path for sub in inner for path in _notebooks(sub)]
    return found


def _notebooks(folder: Path) -> list[Path]:
    if folder.is_symlink() or not folder.is_dir() or folder.name.startswith((".", "__MACOSX")):
        return []
    try:
        notebooks = [path for path in folder.iterdir() if path.suffix.lower() == ".ipynb"]
    except OSError:
        return []
    return sorted(path for path in notebooks if not path.name.startswith("."))


def _content(path: Path, limit: int) -> bytes | None:
    """A file's bytes; of a large one what counts in it: its outputs are passed over on the disk."""
    content = read_plain(path, limit)
    if content is None:
        content = skimmed_file(path)
    return content if content is not None and len(content) <= limit else None


def submission_digest(files: Files) -> str:
    """A digest of what `read_files` gives: the same as long as nothing that counts changes."""
    parts = [part for name, content in files for part in (name.encode(), content)]
    return digest(*(b"too large" if part is None else part for part in parts))


# --- when --------------------------------------------------------------------------------------


def handed_in_at(folder: Path) -> datetime | None:
    """When it was handed in (UTC, naive, as nbgrader keeps it); None where no file says so.

    The file lies among the student's and may be anything.
    """
    try:
        text = (read_stamp(folder) or b"").decode().strip()
        return parse_utc(text) if text else None
    except (ValueError, OverflowError, AttributeError, TypeError):
        return None  # the last two are slips of the parser


def read_stamp(folder: Path) -> bytes | None:
    """What the file says, if it can be such a file."""
    return read_plain(folder / STAMP, MAX_STAMP)


def write_stamp(folder: Path, when: datetime) -> None:
    """Note when it was handed in, as nbgrader does."""
    text = when.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
    write_whole(folder / STAMP, text)


# --- attempts ----------------------------------------------------------------------------------


def add_attempt(
    course: Path, lab: str, student: str, files: Mapping[str, bytes], when: datetime
) -> bool:
    """Store an attempt; the newest one becomes what is in ``submitted/``.

    Which attempt counts for a grade is the class's policy: `grading.records.attempts`.

    Parameters
    ----------
    course : pathlib.Path
    lab, student : str
    files : mapping of str to bytes
        Plain names (no folders) and contents.
    when : datetime.datetime
        When it was handed in, with a time zone.

    Returns
    -------
    bool
        False where this very attempt was there already: nothing has changed then.
    """
    student = student_id(student)
    if (why := _why_odd(student)) or student in ("", ".", "..") or "/" in student:
        raise ClassError(f"{student!r} cannot be a student's id. {why}".strip())
    when = free_time(course, lab, student, files, when)
    kept = course / "attempts" / student / lab / attempt_name(when)
    new = kept.with_name(f".{kept.name}.new")
    if kept.is_dir():
        return False
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    for name, content in files.items():
        if Path(name).name != name or name == STAMP:
            raise ClassError(f"{name!r} cannot be the name of a file in a submission.")
        (new / name).write_bytes(content)
    write_stamp(new, when)
    os.replace(new, kept)
    keep_as_attempt(course, lab, student)
    newest = attempts_of(course, lab, student)[-1]
    put_forward(course, lab, student, newest)
    return True


def free_time(
    course: Path,
    lab: str,
    student: str,
    files: Mapping[str, bytes],
    when: datetime,
    newest: bool = False,
) -> datetime:
    """The time that an attempt is kept under: `when`, or just after others that have that time.

    With `newest`, it is later than all that are there: what has no time of its own, as Canvas's
    files, may be given one that is earlier.
    """
    parent = course / "attempts" / student / lab
    there = attempts_of(course, lab, student) if newest else []
    if there:
        last = datetime.strptime(there[-1].name, ATTEMPT).replace(tzinfo=UTC)
        if _contents(there[-1]) == dict(files):
            return last
        when = max(when, last + timedelta(microseconds=1))
    while (other := parent / attempt_name(when)).exists() and _contents(other) != dict(files):
        when += timedelta(microseconds=1)
    return when


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != STAMP}


def attempt_name(when: datetime) -> str:
    """The name of an attempt's folder: its time in UTC; names sort as times do."""
    return when.astimezone(UTC).strftime(ATTEMPT)


def attempts_of(course: Path, lab: str, student: str) -> list[Path]:
    """Folders of a student's attempts that were collected, the oldest first."""
    parent = course / "attempts" / student / lab
    return sorted(path for path in _folders(parent) if not path.name.startswith("."))


def keep_as_attempt(course: Path, lab: str, student: str) -> None:
    """Keep what somebody has put into ``submitted/`` by hand among the attempts."""
    folder = course / "submitted" / student / lab
    if not folder.is_dir() or not notebooks_in(folder):
        return
    mine = submission_digest(read_files(folder, lab))
    if any(
        submission_digest(read_files(a, lab)) == mine for a in attempts_of(course, lab, student)
    ):
        return
    when = handed_in_at(folder)
    if when is None:
        newest = max(path.lstat().st_mtime for path in notebooks_in(folder))
        when = moment(newest) or datetime.now(UTC)
    parent, when = course / "attempts" / student / lab, when.replace(tzinfo=UTC)
    while (kept := parent / attempt_name(when)).is_dir():
        when += timedelta(microseconds=1)  # another file under the time of an earlier one

    def copied(new: Path) -> None:
        copy_plain(folder, new, MAX_FILE)
        write_stamp(new, when)

    replace_folder(kept, copied)


def put_forward(course: Path, lab: str, student: str, attempt: Path) -> None:
    """Make an attempt the one in ``submitted/``: whole, or not at all."""
    folder = course / "submitted" / student / lab
    replace_folder(folder, lambda new: copy_plain(attempt, new, 2 * MAX_FILE))
