"""The process that workers are forked from: it has the engine loaded and has graded nothing."""

import contextlib
import gc
import os
import select
import signal
import socket
import sys
from multiprocessing.connection import Connection

from grading.diagnosis.diagnose import explain
from grading.engine import references
from grading.engine.channel import orders
from grading.engine.limits import end_with_parent
from grading.engine.model import CellsJob
from grading.engine.sandbox import Unavailable
from grading.engine.worker import (
    close_nurseries,
    grade_submission,
    nursery,
    prepare,
    run_cells,
    start_nursery,
)

IDLE = 1  # second without work, after which it loads what may be needed


def main(out_of_bounds, trusted, launched):
    """Run the fork server until the socket closes: ``python -c START SOCKET BOUNDS``.

    The socket closes when the process at its other end ends, however it does. The kernel's
    parent-death signal would follow the parent's *thread*, and a pool's threads come and go.
    """
    start_nursery(out_of_bounds, trusted, launched)
    with socket.socket(fileno=int(sys.argv[1])) as control:
        if not select.select([control], [], [], IDLE)[0]:  # nothing to do
            _load(out_of_bounds, trusted, True)
        for order, sock, (teacher,) in orders(control):
            with open(teacher, encoding="utf-8") as file:
                file.seek(0)
                tests = (order["lab"], file.read()) if "lab" in order else None
            _load(out_of_bounds, trusted, order.get("references"), tests)
            if os.fork() == 0:
                control.close()
                _be_grader(Connection(sock.detach()))
    # The nursery ends with this process, as the graders do; ended first, they would start another.
    os._exit(0)


def _load(out_of_bounds, trusted, with_references, tests=None):
    """Load what graders need, once; `tests` is a lab and the instructor's notebook.

    Meanwhile the nursery loads what students need.
    """
    if with_references:
        references.load()
    if tests is not None:
        with contextlib.suppress(Exception):  # grading reports it
            prepare(*tests)
    with contextlib.suppress(Unavailable):  # grading reports it
        nursery(out_of_bounds, trusted)
    gc.freeze()  # loaded modules need no further collection
    gc.set_threshold(50_000)  # the default threshold takes a quarter of the time
    gc.enable()


def _be_grader(connection):
    """Grade each job that arrives, until the connection closes."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    end_with_parent()  # the fork server
    try:
        connection.send(os.getpid())
        while True:
            try:
                job = connection.recv()
                work = run_cells if isinstance(job, CellsJob) else grade_submission
                answer = work(job, explain)
            except Unavailable as error:
                answer = error
            connection.send(answer)
    except (EOFError, OSError):
        close_nurseries()
    finally:
        os._exit(0)
