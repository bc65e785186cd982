"""A student's traces in collected and returned files: rosters, registries, archives.

Archives name people as their platform does. So the registry of `collect` says whose a file is, by
its name in the download and by its bytes. Files of a team stay: they belong to others too.
"""

import contextlib
import csv
import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from grading.records.csv_table import TableError, read_table
from grading.records.files import name_in_zip, read_json, remove_folder
from grading.records.policy import ROSTER
from grading.records.submissions import student_id
from grading.whole import whole, write_whole
from grading.wording import counted

UNREADABLE = (zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError, ValueError)
METADATA = "submission_metadata.yml"  # Gradescope's, with everybody's names and addresses
INDEX = "index.html"  # Brightspace's, with everybody's names


def forget_traces(course: Path, student: str) -> Iterator[str]:
    """Remove what was collected from and returned to a student; yield a line for each removal."""
    collected = course / "collected"
    mine: set[str] = set()
    others: set[str] = set()
    registries = {path: read_json(path) for path in sorted(collected.glob("*.json"))}
    for content in registries.values():
        for name, about in content.items():
            (mine if name == student else others).update(_marks(about))
    yield from _forget_files(course, student, mine - others, named=bool(mine))
    for path in sorted(collected.glob("watch/*.json")):
        content = read_json(path)
        kept = {key: [e for e in rows if _who(e) != student] for key, rows in content.items()}
        if kept != content:
            _write(path, kept)
            yield f"what {path.relative_to(course)} says of them"
    if _drop_from_roster(course / ROSTER, student):
        yield f"their row of {ROSTER}"
    for path, content in registries.items():  # last: until here they say whose a file is
        if content.pop(student, None) is not None:
            _write(path, content)
            yield f"what {path.relative_to(course)} says of them"


def _forget_files(course: Path, student: str, marks: set[str], named: bool) -> Iterator[str]:
    """Remove the files that carry the student's marks or name the student."""
    collected = course / "collected"
    for path in sorted(collected.glob("archives/*.zip")):
        said = path.with_suffix(".json")
        whose = read_json(said)
        own = set(whose.pop(student, ()))
        own = marks | own.difference(*whose.values())
        if many := drop_members(path, partial(_is_of, marks=own, student=student)):
            yield f"{counted(many, 'file')} of {path.relative_to(course)}"
        if whose != read_json(said):
            _write(said, whose)
    for folder in sorted(collected.glob("originals/*/*")):
        if student_id(folder.name) == student:
            remove_folder(folder)
            yield f"{folder.relative_to(course)}/"
    for path in sorted((course / "inbox").glob("*")):
        if path.name == student or path.stem == student or path.name in marks:
            remove_folder(path) if path.is_dir() else path.unlink()
            yield str(path.relative_to(course))
    for page in sorted((course / "similar").glob("*.html")):
        if names(page, student):
            page.unlink()
            yield f"{page.relative_to(course)} (write it again: `similar`)"
    returned = course / "returned"
    named = named or any(names(table, student) for table in returned.rglob("*.csv"))
    if named and returned.is_dir():  # it names students as each platform does
        shutil.rmtree(returned)
        yield "returned/ (write it again: `return`)"


def names(path: Path, student: str) -> bool:
    """Whether a file contains a student's id."""
    try:
        return student in path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def _marks(about: dict[str, Any]) -> set[str]:
    """The marks of a student in an archive: names of folders or files, and digests of contents."""
    attempts = [pair for pair in about.get("attempts", ()) if len(pair) == 2]
    tops = {str(shown).split("/")[0] for shown, _ in attempts}
    return {str(about.get("label", "")), *tops, *(str(digest) for _, digest in attempts)} - {""}


def _who(entry: Any) -> Any:
    return entry[0] if isinstance(entry, list) and entry else entry


def _write(path: Path, content: dict[str, Any]) -> None:
    write_whole(path, json.dumps(content, indent=1))


def drop_members(path: Path, is_of: Callable[[zipfile.ZipFile, zipfile.ZipInfo], bool]) -> int:
    """Remove files from a zip; return how many. Unreadable files are removed as well."""
    with zipfile.ZipFile(path) as archive:
        infos = archive.infolist()
        kept = [info for info in infos if not is_of(archive, info)]
        if len(kept) == len(infos):
            return 0
        with whole(path) as temporary, zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as new:
            for info in kept:
                with contextlib.suppress(*UNREADABLE):
                    new.writestr(info, archive.read(info))
    return len(infos) - len(kept)


def _is_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo, marks: set[str], student: str) -> bool:
    parts = name_in_zip(info).split("/")
    if parts == [INDEX]:
        return bool(marks)
    if marks.intersection(parts) or any(part in marks for part in map(student_id, parts)):
        return True
    try:
        data = archive.read(info) if info.file_size < 100 << 20 else b""
    except Exception:  # a stranger's file may be damaged in any way
        return False
    if parts[-1] == METADATA:  # it names everybody, and cannot be edited
        return bool(marks) and student.encode() in data
    return hashlib.sha256(data).hexdigest() in marks


def _drop_from_roster(path: Path, student: str) -> bool:
    """Remove a student's row from the roster, as `collect` writes it or a spreadsheet has it."""
    try:
        columns, rows = read_table(path, "id")
        listed = list(rows)
    except TableError:
        return False
    at = columns.index("id")
    kept = [row for row in listed if student_id("".join(row[at : at + 1]).strip()) != student]
    if len(kept) == len(listed):
        return False
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([columns, *kept])
    write_whole(path, out.getvalue())
    return True


def drop_rows(path: Path, is_of: Callable[[list[str]], bool]) -> bool:
    """Remove rows from a table; return whether there were any."""
    try:
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except (OSError, csv.Error):
        return False
    kept = [row for row in rows if not is_of(row)]
    if len(kept) == len(rows):
        return False
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(kept)
    write_whole(path, out.getvalue().encode("utf-8", "surrogateescape"))
    return True
