"""One command at a time: a command that changes a lab holds its lock, and others see who has it.

The kernel releases the lock when its holder ends, however it ends.
"""

import contextlib
import fcntl
import getpass
import json
import os
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from grading.paths import Problem
from grading.records.policy import policy_or_default

TRIES = 100  # for a lock file that was just removed, or is not yet written
PATIENCE = 3.0  # seconds to wait for another command before giving up


@dataclass(frozen=True)
class Holder:
    """The holder of a lock, as others are told."""

    verb: str
    user: str
    host: str
    pid: int
    since: str

    def __str__(self) -> str:
        return (
            f"`{self.verb}` of {self.user} on {self.host} (process {self.pid}) since {self.since}"
        )


class Locked(Problem):
    """Another command is working on this lab."""

    status = 3

    def __init__(self, lab: str, holder: Holder | None) -> None:
        self.holder = holder
        who = str(holder) if holder else "Another command"
        super().__init__(f"{who} is working on {lab}. Nothing was changed; wait until it is done.")


@contextlib.contextmanager
def lock(course: Path, lab: str, verb: str) -> Iterator[None]:
    """Hold the lock of a lab of the class in folder `course`.

    Parameters
    ----------
    course : pathlib.Path
    lab : str
        Or another name for what is locked.
    verb : str
        The command that holds it, as others will read it.

    Raises
    ------
    Locked
        If another process, or another thread of this one, has it.
    """
    path = _path(course, lab)
    path.parent.mkdir(parents=True, exist_ok=True)
    file = _take(path, lab)
    try:
        user = _user()
        now = policy_or_default(course).local(datetime.now(UTC))
        since = now.isoformat(" ", "seconds")
        found = Holder(verb, user, socket.gethostname(), os.getpid(), since)
        os.ftruncate(file, 0)
        os.pwrite(file, json.dumps(vars(found)).encode(), 0)
        yield
    finally:
        os.ftruncate(file, 0)  # keep the file: removing it would let two holders in
        os.close(file)


@contextlib.contextmanager
def at_rest(course: Path, lab: str, verb: str) -> Iterator[None]:
    """Hold the lock of a lab, waiting up to `PATIENCE` seconds for another command."""
    end = time.monotonic() + PATIENCE
    with contextlib.ExitStack() as stack:
        while True:
            try:
                stack.enter_context(lock(course, lab, verb))
                break
            except Locked:
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)
        yield


@contextlib.contextmanager
def all_locks(course: Path, labs: list[str], verb: str) -> Iterator[None]:
    """Hold the locks of several labs: all or none."""
    with contextlib.ExitStack() as stack:
        for lab in sorted(set(labs)):
            stack.enter_context(lock(course, lab, verb))
        yield


def holder(course: Path, lab: str) -> Holder | None:
    """The current holder of a lab's lock, or None."""
    path = _path(course, lab)
    if not path.exists():
        return None
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _read(path)
    finally:
        os.close(file)
    return None


def _path(course: Path, lab: str) -> Path:
    return course / ".locks" / f"{lab}.lock"


def _take(path: Path, lab: str) -> int:
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    for _ in range(TRIES):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return file
        except BlockingIOError:
            if (found := _read(path)) is not None:
                os.close(file)
                raise Locked(lab, found) from None
            time.sleep(0.01)  # `holder` is looking, or the file is being written
    os.close(file)
    raise Locked(lab, None)


def _read(path: Path) -> Holder | None:
    try:
        return Holder(**json.loads(path.read_text()))
    except (OSError, ValueError, TypeError):
        return None


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())
