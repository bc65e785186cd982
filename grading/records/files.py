"""Read, copy and replace files of a class."""

import contextlib
import ctypes
import errno
import hashlib
import json
import os
import shutil
import stat
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grading.paths import ClassError

NO_FOLDER = errno.EEXIST, errno.ENOTDIR
UNWRITABLE = errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EISDIR, errno.ENODEV, *NO_FOLDER
MAX_DEPTH = 40  # of a submission's folders
PLAIN = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC  # to open a stranger's file


def digest(*parts: bytes) -> str:
    """SHA-256 of byte strings; splitting the same bytes elsewhere gives another digest."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "little") + part)
    return found.hexdigest()


@contextlib.contextmanager
def writable(course: Path) -> Iterator[None]:
    """Turn errors of writing to a folder or disk into a `ClassError` with a sentence."""
    try:
        yield
    except PermissionError as error:
        where = error.filename2 or error.filename or course
        raise ClassError(
            f"{where} cannot be written: do you have permission to write into {course}?"
        ) from error
    except OSError as error:
        if error.errno not in UNWRITABLE:
            raise
        why = "it is no folder" if error.errno in NO_FOLDER else error.strerror
        where = error.filename2 or error.filename or course  # a copy names where it reads first
        raise ClassError(f"{where} cannot be written: {why}.") from error


def read_plain(path: Path, limit: int) -> bytes | None:
    """Content of a file that a stranger may have put there, or may be changing now.

    Returns
    -------
    bytes or None
        None if it is larger than `limit` bytes, or not a plain file: a link, a pipe, a folder.
    """
    content = b""
    try:
        file = os.open(path, PLAIN)
        try:
            seen = os.fstat(file)
            if not stat.S_ISREG(seen.st_mode) or seen.st_size > limit:
                return None
            with os.fdopen(file, "rb", closefd=False) as opened:
                content = opened.read(seen.st_size + 1)
                if len(content) > seen.st_size:  # it has grown meanwhile
                    content += opened.read(limit + 1 - len(content))
        finally:
            os.close(file)
    except OSError:
        return None
    return content if len(content) <= limit else None


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object that a command has stored; {} if it is missing or unreadable."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def name_in_zip(info: zipfile.ZipInfo) -> str:
    """The name in an archive, even if the program that packed it did not give the encoding."""
    if info.flag_bits & 0x800:
        return info.orig_filename
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.orig_filename
    for code in ("utf-8", "cp1252"):
        with contextlib.suppress(UnicodeDecodeError):
            return raw.decode(code)
    return info.orig_filename


def copy_plain(folder: Path, new: Path, limit: int) -> None:
    """Copy the plain files of a stranger's folder, up to `limit` bytes in all.

    What cannot be read is left out; what cannot be written raises its error: a copy that a full
    disk cut off must never take the place of the work.
    """
    waiting = [(folder, new)]
    while waiting:
        here, there = waiting.pop()
        try:
            there.mkdir(parents=True, exist_ok=True)
            for path, inside in _entries(here):
                if inside:
                    if len(path.parts) < len(folder.parts) + MAX_DEPTH:
                        waiting.append((path, there / path.name))
                elif (content := read_plain(path, limit)) is not None:
                    limit -= len(content)
                    (there / path.name).write_bytes(content)
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:
                raise


def _entries(folder: Path) -> list[tuple[Path, bool]]:
    """What is in a folder, and whether it is a folder itself; nothing if that cannot be read."""
    with contextlib.suppress(OSError):
        return [(p, p.is_dir() and not p.is_symlink()) for p in sorted(folder.iterdir())]
    return []


def remove_folder(folder: Path) -> None:
    """Remove a folder, however deep it is, if it exists."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    except (RecursionError, OSError):  # too deep for Python, or for the length of a path
        subprocess.run(["rm", "-rf", "--", folder], check=True, capture_output=True)


def moment(seconds: float) -> datetime | None:
    """A file system's timestamp as a time; None if it is out of range."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def replace_folder(folder: Path, fill: Callable[[Path], object]) -> None:
    """Make a folder under a temporary name, then put it where the old one was.

    Most file systems do that in one step: whoever is killed leaves the old one or the new one.
    """
    new = folder.with_name(f".{folder.name}.new")
    remove_folder(new)
    new.mkdir(parents=True)
    fill(new)
    if _exchanged(new, folder):
        remove_folder(new)  # it is the old one now
    else:
        swap_folder(new, folder)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False if there are not two, or if that cannot be done."""
    exchange = getattr(ctypes.CDLL(None), "renameat2", None)  # Python has none of its own
    if exchange is None:
        return False
    here, flag = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    done: int = exchange(here, os.fsencode(one), here, os.fsencode(other), flag)
    return done == 0


def swap_folder(new: Path, folder: Path) -> None:
    """Replace a folder by a finished new one; as long as that is there, it can be done again."""
    old = folder.with_name(f".{folder.name}.old")
    remove_folder(old)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists():
        os.replace(folder, old)
    os.replace(new, folder)
    remove_folder(old)
