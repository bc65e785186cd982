"""Grade each submission in a separate process: if it is killed, no other submission is affected.

All grading runs this way, because an alarm cannot interrupt C code that runs on a student's
numbers: only another process can stop it.

The examiner sets an alarm, the environment and a memory limit for its whole process, so each
thread of a pool, or of a cluster's worker, has a *grader* process of its own. A *fork server*
(`fork_server.py`) imports the engine once and forks the graders, each ready at once. It is a plain
subprocess because a Dask worker is a daemon, and `multiprocessing` lets daemons have no children.
"""

import atexit
import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from multiprocessing.connection import Connection

# Import nothing slow here: graders start before the command has loaded what it needs.
from grading.engine import references
from grading.engine.model import CellsJob, Job
from grading.engine.sandbox import Unavailable
from grading.paths import ROOT
from grading.records.version import ENGINE

TRIES = 2
SLACK = 30  # seconds beyond a submission's own, to start and to stop code that never ends
KILLED = "The process that graded it was killed, twice: perhaps there was too little memory"
ENDLESS = "Its grading could not be stopped in time"


class OtherEngine(Exception):
    """This machine's engine has another version than the job asks for; the text says where."""


class Graders:
    """Processes that grade: as many as threads ask for at a time."""

    def __init__(self):
        self.idle, self.all, self.closed = [], [], False
        self.server, self.lock = None, threading.Lock()

    def prepare(self, out_of_bounds, trusted=False):
        """Start the fork server without waiting for it; it ends with the calling thread."""
        with self.lock:
            if self.server is None:
                self.server = _ForkServer(out_of_bounds, trusted)

    def grade(self, job):
        """Grade a `Job` in one of the processes; return a `Result`, or a `Run` for a `CellsJob`.

        If the process is killed, the submission is graded once more in a fresh one. `Unavailable`
        is raised if no submission can be graded.
        """
        for attempt in range(TRIES):
            # The second time use a fresh one: idle ones may be about to end as well.
            grader = self._take(job) if attempt == 0 else self._fresh(job)
            try:
                answer = grader.ask(job)
            except (EOFError, OSError) as error:
                grader.stop()
                grader.end()
                if isinstance(error, TimeoutError):
                    return _nothing_of(job, ENDLESS)
                continue
            self.idle.append(grader)
            if isinstance(answer, Unavailable):
                raise answer
            return answer
        return _nothing_of(job, KILLED)

    def _take(self, job):
        while self.idle:
            with contextlib.suppress(IndexError):  # another thread was quicker
                grader = self.idle.pop()
                if grader.alive():
                    return grader
        return self._fresh(job)

    def _fresh(self, job):
        with self.lock:
            grader = self._fork(job)
            self.all.append(grader)
        if self.closed:  # meanwhile
            grader.stop()
        return grader

    def _fork(self, job):
        for _ in range(TRIES):
            if self.closed:
                raise RuntimeError("the graders have been stopped")
            if self.server is None:
                self.server = _ForkServer(job.out_of_bounds, job.trusted)
            try:
                return _Grader(self.server, job)
            except (EOFError, OSError):  # it was killed
                self.server.process.kill()
                self.server.end()
                self.server = None
        raise Unavailable("the process that graders are forked from ends at its start")

    def kill(self):
        """Kill all graders at once."""
        self.closed = True
        server = self.server
        if server is not None:
            server.process.kill()
        for grader in self.all:
            grader.stop()

    def close(self):
        """End all graders; they have answered every job."""
        self.closed = True
        if self.server is not None and not self.all:  # nobody waits for what it is importing
            self.server.process.kill()
        for grader in self.all:
            grader.connection.close()  # which ends the process
        for grader in self.all:
            grader.end()
        if self.server is not None:
            self.server.end()


class _ForkServer:
    """The process that graders are forked from, with a nursery of students' processes."""

    def __init__(self, out_of_bounds, trusted):
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        # One thread each: a process with threads cannot be forked, and graders fill all processors.
        threads = {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "OMP", "MKL")}
        bounds = json.dumps([out_of_bounds, trusted])
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-c", START, str(theirs.fileno()), bounds],
                pass_fds=[theirs.fileno()],
                env=os.environ | threads,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        self.control = ours

    def fork(self, job):
        """A connection to a fresh grader for such jobs; it sends its process id first."""
        ours, theirs = socket.socketpair()
        # A notebook is larger than a message can be.
        with ours, theirs, open(os.memfd_create("teacher"), "w+b", buffering=0) as teacher:
            if isinstance(job, Job):
                teacher.write(job.teacher.encode())
                order = {"lab": job.lab}
            else:
                order = {"references": any(map(references.in_source, _tests_of(job)))}
            fds = [theirs.fileno(), teacher.fileno()]
            socket.send_fds(self.control, [json.dumps(order).encode()], fds)
            return Connection(ours.detach())

    def end(self):
        self.control.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class _Grader:
    def __init__(self, server, job):
        self.connection = server.fork(job)
        self.pid = self.connection.recv()
        self.process = os.pidfd_open(self.pid)  # never refers to another process
        self.lock = threading.Lock()  # Ctrl-C may stop it while its own thread ends it

    def alive(self):
        return not self._has_ended_in(0)

    def ask(self, job):
        self.connection.send(job)
        if not self.connection.poll(patience(job)):
            raise TimeoutError
        return self.connection.recv()

    def stop(self):
        """Kill it, whoever is waiting for it."""
        with self.lock, contextlib.suppress(ProcessLookupError):
            if self.process is not None:
                signal.pidfd_send_signal(self.process, signal.SIGKILL)

    def end(self):
        """Wait until it has ended, and release it."""
        if self.process is not None:
            if not self._has_ended_in(10):
                self.stop()
                self._has_ended_in(10)
            with self.lock:
                self.connection.close()
                os.close(self.process)
                self.process = None

    def _has_ended_in(self, seconds):
        return bool(select.select([self.process], [], [], seconds)[0])


def patience(job):
    """Seconds to wait for a result before the process is killed."""
    return job.all_seconds + SLACK


def _tests_of(job):
    return [job.imports, *(cell.source for cell in job.cells)]


def _nothing_of(job, why):
    from grading.engine.worker import not_graded, not_run

    return (not_run if isinstance(job, CellsJob) else not_graded)(job, why)


# Start the nursery first: it imports what students need while this imports what tests need.
START = f"""
import gc, json, signal, sys
gc.disable()
signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the coordinator
signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel reaps ended children
sys.path[:0] = [{str(ROOT)!r}]
from grading.engine.launch import launch
out_of_bounds, trusted = json.loads(sys.argv[2])
launched = launch(out_of_bounds)
from grading.classroom.fork_server import main
main(tuple(out_of_bounds), trusted, launched)
"""


_graders = Graders()
atexit.register(_graders.close)


def grade_apart(job, engine):
    """Grade a `Job` in any executor's process and thread.

    Parameters
    ----------
    job : Job
    engine : str
        The required engine version: one gradebook must not mix scores of different versions.
    """
    if engine != ENGINE:
        raise OtherEngine(
            f"{socket.gethostname()} has or runs another version of this project: update it and "
            "restart its workers"
        )
    return _graders.grade(job)


def grade_one(job):
    """Grade a `Job` in a process that ends with it."""
    graders = Graders()
    try:
        return graders.grade(job)
    except BaseException:  # Ctrl-C, above all
        graders.kill()
        raise
    finally:
        graders.close()
