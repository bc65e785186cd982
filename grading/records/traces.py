"""What a person leaves where a class is collected and answered: rosters, registries, archives.

Archives name people as their platform does. So the registry of `collect` says what is whose, by
the names that the work came by and by its bytes; what is a team's stays, for it is others' too.
"""

import csv
import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from grading.records.files import remove_folder
from grading.records.submissions import student_id
from grading.whole import whole

METADATA = "submission_metadata.yml"  # Gradescope's: names and addresses of everybody


def forget_traces(course: Path, student: str) -> Iterator[str]:
    """Remove what was collected and handed back of a student; gives what was removed, as lines."""
    collected = course / "collected"
    mine: set[str] = set()
    others: set[str] = set()
    registries = {path: _read(path) for path in sorted(collected.glob("*.json"))}
    for content in registries.values():
        for name, about in content.items():
            (mine if name == student else others).update(_marks(about))
    for path in sorted(collected.glob("archives/*.zip")):
        if many := _drop_members(path, mine - others, student):
            yield f"{many} files of {path.relative_to(course)}"
    for folder in sorted(collected.glob("originals/*/*")):
        if student_id(folder.name) == student:
            remove_folder(folder)
            yield f"{folder.relative_to(course)}/"
    for path in sorted((course / "inbox").glob("*")):
        if path.name == student or path.stem == student or path.name in mine - others:
            remove_folder(path) if path.is_dir() else path.unlink()
            yield str(path.relative_to(course))
    for page in sorted((course / "similar").glob("*.html")):
        if _names(page, student):
            page.unlink()
            yield f"{page.relative_to(course)} (write it again: `similar`)"
    returned = course / "returned"
    named = bool(mine) or any(_names(table, student) for table in returned.rglob("*.csv"))
    if named and returned.is_dir():  # they are in there as each platform calls them
        shutil.rmtree(returned)
        yield "returned/ (write it again: `return`)"
    for path in sorted(collected.glob("watch/*.json")):
        content = _read(path)
        kept = {key: [e for e in rows if _who(e) != student] for key, rows in content.items()}
        if kept != content:
            _write(path, kept)
            yield f"what {path.relative_to(course)} says of them"
    if _drop_row(course / "roster.csv", student):
        yield "their row of roster.csv"
    for path, content in registries.items():  # last: until then it says what is theirs
        if content.pop(student, None) is not None:
            _write(path, content)
            yield f"what {path.relative_to(course)} says of them"


def _names(path: Path, student: str) -> bool:
    try:
        return student in path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def _marks(about: dict[str, Any]) -> set[str]:
    """What an archive has of somebody: names of folders or files, and digests of contents."""
    attempts = [pair for pair in about.get("attempts", ()) if len(pair) == 2]
    tops = {str(shown).split("/")[0] for shown, _ in attempts}
    return {str(about.get("label", "")), *tops, *(str(digest) for _, digest in attempts)} - {""}


def _who(entry: Any) -> Any:
    return entry[0] if isinstance(entry, list) and entry else entry


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _write(path: Path, content: dict[str, Any]) -> None:
    with whole(path) as temporary:
        temporary.write_text(json.dumps(content, indent=1), encoding="utf-8")


def _drop_members(path: Path, marks: set[str], student: str) -> int:
    with zipfile.ZipFile(path) as archive:
        infos = archive.infolist()
        kept = [info for info in infos if not _is_of(archive, info, marks, student)]
        if len(kept) == len(infos):
            return 0
        with whole(path) as temporary, zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as new:
            for info in kept:
                try:
                    new.writestr(info, archive.read(info))
                except (zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError, ValueError):
                    continue  # what cannot be read was nobody's
    return len(infos) - len(kept)


def _is_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo, marks: set[str], student: str) -> bool:
    parts = info.filename.split("/")
    if marks.intersection(parts) or any(part in marks for part in map(student_id, parts)):
        return True
    try:
        data = archive.read(info) if info.file_size < 100 << 20 else b""
    except Exception:  # a stranger's, and damaged in any way
        return False
    if parts[-1] == METADATA:  # it tells of all, and cannot be cut
        return bool(marks) and student.encode() in data
    return hashlib.sha256(data).hexdigest() in marks


def _drop_row(path: Path, student: str) -> bool:
    """Take a student's row out of the class's roster, whose first column is the id."""
    try:
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    except (OSError, ValueError, csv.Error):
        return False
    kept = [row for row in rows if not row or row[0] != student]
    if len(kept) == len(rows):
        return False
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(kept)
    with whole(path) as temporary:
        temporary.write_text(out.getvalue(), encoding="utf-8")
    return True
