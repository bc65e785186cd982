"""Files of a class: written whole, in folders that can be written."""

import contextlib
import hashlib
import json
import os
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grading.paths import ClassError

MAX_DEPTH = 40  # of a submission's folders


def digest(*parts: bytes) -> str:
    """SHA-256 of some bytes, which cannot be cut in another way to give the same."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "little") + part)
    return found.hexdigest()


@contextlib.contextmanager
def writable(course: Path) -> Iterator[None]:
    """Errors of a folder or a disk that cannot be written as a sentence."""
    try:
        yield
    except PermissionError as error:
        where = error.filename or course
        raise ClassError(f"{where} cannot be written: may you write into {course}?") from error
    except OSError as error:
        if error.errno not in (28, 30, 122):  # no space left, read-only, over quota
            raise
        raise ClassError(
            f"{error.filename or course} cannot be written: {error.strerror}."
        ) from error


def read_plain(path: Path, limit: int) -> bytes | None:
    """Content of a file that a stranger may have put there, or may be changing just now.

    Returns
    -------
    bytes or None
        None where it is larger than `limit` bytes, or no plain file: a link, a pipe, a folder.
    """
    content = b""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            seen = os.fstat(file)
            if not stat.S_ISREG(seen.st_mode) or seen.st_size > limit:
                return None
            with os.fdopen(file, "rb", closefd=False) as opened:
                content = opened.read(limit + 1)  # it may have grown meanwhile
        finally:
            os.close(file)
    except OSError:
        return None
    return content if len(content) <= limit else None


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object that a command has noted; {} where there is none that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def copy_plain(folder: Path, new: Path, limit: int) -> None:
    """Copy a stranger's folder: its plain files, as many as `limit` bytes hold."""
    waiting = [(folder, new)]
    while waiting:
        here, there = waiting.pop()
        there.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):
            for path in sorted(here.iterdir()):
                if path.is_dir() and not path.is_symlink():
                    if len(path.parts) < len(folder.parts) + MAX_DEPTH:
                        waiting.append((path, there / path.name))
                elif (content := read_plain(path, limit)) is not None:
                    limit -= len(content)
                    (there / path.name).write_bytes(content)


def remove_folder(folder: Path) -> None:
    """Remove a folder, however deep it is; nothing if it is not there."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    except (RecursionError, OSError):  # deeper than Python can go, or than a path can say
        subprocess.run(["rm", "-rf", "--", folder], check=True, capture_output=True)


def moment(seconds: float) -> datetime | None:
    """The time that a file system has noted; None where it is in no year of ours."""
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def replace_folder(folder: Path, fill: Callable[[Path], object]) -> None:
    """Make a folder under a temporary name, then put it where the old one was."""
    new = folder.with_name(f".{folder.name}.new")
    remove_folder(new)
    new.mkdir(parents=True)
    fill(new)
    swap_folder(new, folder)


def swap_folder(new: Path, folder: Path) -> None:
    """Put a folder that is finished where another one was."""
    old = folder.with_name(f".{folder.name}.old")
    remove_folder(old)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists():
        os.replace(folder, old)
    os.replace(new, folder)
    remove_folder(old)
