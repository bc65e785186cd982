"""When the last commit of a student's repository was made, without trusting the repository.

A repository's configuration and hooks can run programs. So git looks from an empty repository of
ours at nothing but the objects of theirs.
"""

import contextlib
import os
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grading.lms.archive import Entry, Refused

NEEDED = re.compile(
    r"HEAD|packed-refs|refs/heads/[\w.-]+(?:/[\w.-]+)*|objects/[0-9a-f]{2}/[0-9a-f]{38}"
    r"|objects/pack/pack-[0-9a-f]{40}\.(?:idx|pack)"
)
COMMITTED = re.compile(rb"^committer .* (\d{1,12}) [+-]\d{4}$", re.M)
MAX_TEXT = 1 << 20
SECONDS = 20  # of git, for one repository
MAX_UNPACKED = 200 << 20


def commit_times(repositories: Mapping[tuple[str, ...], Any]) -> dict[tuple[str, ...], datetime]:
    """Times of the last commits, in UTC, by the folders of the repositories.

    Parameters
    ----------
    repositories : dict
        Of a `Source`: the path of a ``.git`` folder, or the entries of one in a zip, by folder.
    """
    if not repositories:
        return {}
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(4) as threads:
        ours = Path(scratch, "ours")
        (ours / "refs").mkdir(parents=True)
        (ours / "objects").mkdir()
        (ours / "HEAD").write_text("ref: refs/heads/none\n")
        tasks = {
            folder: threads.submit(_time, what, ours, Path(scratch, str(number)))
            for number, (folder, what) in enumerate(repositories.items())
        }
        found = {folder: task.result() for folder, task in tasks.items()}
    return {folder: time for folder, time in found.items() if time is not None}


def _time(what: Any, ours: Path, scratch: Path) -> datetime | None:
    try:
        git = what if isinstance(what, Path) else _unpacked(what, scratch)
        commit = _head(git)
        if commit is None:
            return None
        text = _git(["cat-file", "-p", commit], ours, git / "objects")
        match = COMMITTED.search(text)
        return match and datetime.fromtimestamp(int(match[1]), UTC)
    except (OSError, ValueError, OverflowError, Refused):
        return None


def _git(command: list[str], ours: Path, objects: Path) -> bytes:
    """The beginning of what git says: it may take so much memory and time, and no more."""
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
    """The part of a ``.git`` that says when, taken out of a zip."""
    folder.mkdir()
    room = MAX_UNPACKED
    for entry in entries:
        path = "/".join(entry.path[entry.path.index(".git") + 1 :])
        room -= entry.size
        if NEEDED.fullmatch(path) and ".." not in path and room > 0 and not entry.problem:
            target = folder / path
            with contextlib.suppress(OSError):  # a file where a folder should be
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(entry.read())
    return folder


def _head(git: Path) -> str | None:
    """The commit that is checked out; None where that cannot be told."""
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
    """A small file's text; "" where there is none, or no plain one."""
    try:
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        with os.fdopen(os.open(path, flags), "rb") as file:
            return file.read(MAX_TEXT).decode("utf-8", "replace")
    except OSError:
        return ""
