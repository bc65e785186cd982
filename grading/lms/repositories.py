"""When a student's last commit was made and what is in it, without trusting the repository.

A repository's configuration and hooks can run programs. So git runs in an empty repository of our
own and reads only the objects of the student's.
"""

import contextlib
import hashlib
import os
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grading.lms.archive import Entry, Refused
from grading.records.files import PLAIN

NEEDED = re.compile(
    r"HEAD|packed-refs|refs/heads/[\w.-]+(?:/[\w.-]+)*|objects/[0-9a-f]{2}/[0-9a-f]{38}"
    r"|objects/pack/pack-[0-9a-f]{40}\.(?:idx|pack)"
)
COMMITTED = re.compile(rb"^committer .* (\d{1,12}) [+-]\d{4}$", re.M)
MAX_TEXT = 1 << 20
SECONDS = 20  # of git, for one repository
MAX_UNPACKED = 200 << 20


@dataclass(frozen=True)
class Commit:
    """A last commit: its time in UTC, and the hashes of its files, none if unknown."""

    time: datetime
    files: frozenset[str] = frozenset()

    def lacks(self, data: bytes) -> bool:
        """Whether a file of the repository is not in this commit, apart from line endings."""
        versions = {_blob(data), _blob(data.replace(b"\r\n", b"\n"))}
        return bool(self.files) and self.files.isdisjoint(versions)


def last_commits(repositories: Mapping[tuple[str, ...], Any]) -> dict[tuple[str, ...], Commit]:
    """The last commits, by the folders of the repositories.

    Parameters
    ----------
    repositories : dict
        A `Source`'s: the path of a ``.git`` folder, or its entries in a zip, by folder.
    """
    if not repositories:
        return {}
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(4) as threads:
        ours = Path(scratch, "ours")
        (ours / "refs").mkdir(parents=True)
        (ours / "objects").mkdir()
        (ours / "HEAD").write_text("ref: refs/heads/none\n")
        tasks = {
            folder: threads.submit(_commit, what, ours, Path(scratch, str(number)))
            for number, (folder, what) in enumerate(repositories.items())
        }
        found = {folder: task.result() for folder, task in tasks.items()}
    return {folder: commit for folder, commit in found.items() if commit is not None}


def _commit(what: Any, ours: Path, scratch: Path) -> Commit | None:
    try:
        git = what if isinstance(what, Path) else _unpacked(what, scratch)
        commit = _head(git)
        if commit is None:
            return None
        text = _git(["cat-file", "-p", commit], ours, git / "objects")
        match = COMMITTED.search(text)
        time = match and datetime.fromtimestamp(int(match[1]), UTC)
        if time is None:
            return None
        listed = _git(["ls-tree", "-rz", commit], ours, git / "objects")
        files = re.findall(rb"blob ([0-9a-f]{40})\t", listed) if len(listed) < MAX_TEXT else []
        return Commit(time, frozenset(name.decode() for name in files))
    except (OSError, ValueError, OverflowError, Refused):
        return None


def _blob(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _git(command: list[str], ours: Path, objects: Path) -> bytes:
    """The start of git's output, with limits on memory and time."""
    variables = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(ours),
        "GIT_DIR": str(ours),
        "GIT_OBJECT_DIRECTORY": str(objects),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_ALLOC_LIMIT": "64m",  # bytes of one object: a commit can be a bomb
    }
    with subprocess.Popen(
        ["git", *command],
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        stop = threading.Timer(SECONDS, process.kill)
        stop.start()
        try:
            return process.stdout.read(MAX_TEXT) if process.stdout else b""
        finally:
            stop.cancel()
            process.kill()


def _unpacked(entries: Iterable[Entry], folder: Path) -> Path:
    """Unpack from a zip the part of a ``.git`` that is needed to read the last commit."""
    folder.mkdir()
    room = MAX_UNPACKED
    for entry in entries:
        path = "/".join(entry.path[entry.path.index(".git") + 1 :])
        room -= entry.size
        if NEEDED.fullmatch(path) and ".." not in path and room > 0 and not entry.problem:
            target = folder / path
            with contextlib.suppress(FileExistsError, NotADirectoryError, IsADirectoryError):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(entry.read())
    return folder


def _head(git: Path) -> str | None:
    """The commit that is checked out; None if unknown."""
    head = _text(git / "HEAD").strip()
    match = re.fullmatch(r"ref: (refs/heads/[\w./-]+)", head)
    if match is None:
        return head if re.fullmatch(r"[0-9a-f]{40}", head) else None
    name = match[1]
    if ".." in name:
        return None
    loose = _text(git / name).strip()
    packed = re.search(rf"^([0-9a-f]{{40}}) {re.escape(name)}$", _text(git / "packed-refs"), re.M)
    commit = loose or (packed[1] if packed else "")
    return commit if re.fullmatch(r"[0-9a-f]{40}", commit) else None


def _text(path: Path) -> str:
    """A small file's text; "" if there is no plain file."""
    try:
        with os.fdopen(os.open(path, PLAIN), "rb") as file:
            return file.read(MAX_TEXT).decode("utf-8", "replace")
    except OSError:
        return ""
