"""Grade in a process of its own, from any thread: if it is killed, nobody else is affected.

The examiner needs a process to itself: the alarm, the environment and the memory limit that it
sets are the whole process's. Here is one for each thread of a pool, or of a cluster's worker. They
are plain subprocesses, because a Dask worker is a daemon, which `multiprocessing` leaves childless.
"""

import atexit
import contextlib
import ctypes
import gc
import hashlib
import signal
import socket
import subprocess
import sys
import threading
from multiprocessing.connection import Connection
from pathlib import Path

from grading.engine.sandbox import Unavailable
from grading.engine.worker import close_nurseries, grade_submission, not_graded

ROOT = Path(__file__).resolve().parents[2]
TRIES = 2
SLACK = 60  # seconds beyond a submission's own: to start, and to be heard by code that never ends
KILLED = "The process that graded it was killed, twice: there was too little memory, perhaps"
ENDLESS = "Its grading could not be stopped in time"


class OtherEngine(Exception):
    """The engine here is not the one that the work is for; the text says where."""


class Graders:
    """Processes that grade, as many as threads ask for at the same time."""

    def __init__(self):
        self.idle, self.all, self.closed = [], [], False

    def grade(self, job):
        """Grade a `Job` in one of the processes; returns a `Result`.

        A submission whose process is killed is tried once more, in a fresh one. `Unavailable` is
        raised where none can be graded.
        """
        for _ in range(TRIES):
            grader = self._take()
            try:
                answer = grader.ask(job)
            except TimeoutError:
                grader.kill()
                return not_graded(job, ENDLESS)
            except (EOFError, OSError):
                grader.kill()
                continue
            self.idle.append(grader)
            if isinstance(answer, Unavailable):
                raise answer
            return answer
        return not_graded(job, KILLED)

    def _take(self):
        while self.idle:
            with contextlib.suppress(IndexError):  # another thread was quicker
                grader = self.idle.pop()
                if grader.process.poll() is None:
                    return grader
        if self.closed:
            raise RuntimeError("the graders have been sent home")
        grader = _Grader()
        self.all.append(grader)
        if self.closed:  # meanwhile
            grader.kill()
        return grader

    def kill(self):
        """End them at once, whatever they are at."""
        self.closed = True
        for grader in self.all:
            grader.process.kill()

    def close(self):
        """End them; what they were asked has been answered."""
        self.closed = True
        for grader in self.all:
            grader.connection.close()  # they see it, and leave
        for grader in self.all:
            grader.end()


class _Grader:
    def __init__(self):
        ours, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-c", START, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        self.connection = Connection(ours.detach())

    def ask(self, job):
        self.connection.send(job)
        if not self.connection.poll(job.all_seconds + SLACK):
            raise TimeoutError
        return self.connection.recv()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.connection.close()

    def end(self):
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


START = f"import sys; sys.path[:0] = [{str(ROOT)!r}]; from grading.engine.apart import main; main()"


def main():
    """Grade what comes through the socket, until it closes: ``python -c "... main()" SOCKET``."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the coordinator
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # and this process ends when that one does
    connection = Connection(int(sys.argv[1]))
    gc.set_threshold(50_000)  # looking for cycles as often as usual takes a quarter of the time
    with contextlib.suppress(EOFError, OSError):
        while True:
            try:
                answer = grade_submission(connection.recv())
            except Unavailable as error:
                answer = error
            connection.send(answer)
            if not gc.get_freeze_count():
                gc.freeze()  # all modules are loaded: they need no look at any more
    close_nurseries()


def engine_version():
    """A digest that changes with the engine and with the checks that tests use."""
    files = [*(ROOT / "grading" / "engine").rglob("*.py"), *(ROOT / "lib").rglob("*.py")]
    return digest(*(file.read_bytes() for file in sorted(files)))


def digest(*parts):
    """SHA-256 of some bytes, which cannot be cut in another way to give the same."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "little") + part)
    return found.hexdigest()


ENGINE = engine_version()  # what this process has loaded, even if the files change later
_graders = Graders()
atexit.register(_graders.close)


def grade_apart(job, engine):
    """Grade a `Job` wherever this runs: in any executor's process and thread.

    Parameters
    ----------
    job : Job
    engine : str
        The version that shall grade it: scores of different ones do not belong in one gradebook.
    """
    if engine != ENGINE:
        raise OtherEngine(
            f"{socket.gethostname()} has another version of this project, or runs an old one: "
            "update it and start its workers again"
        )
    if threading.current_thread() is threading.main_thread():
        return grade_submission(job)  # a process of a pool, which does nothing else
    return _graders.grade(job)
