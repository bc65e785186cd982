"""The program that graders are forked from: it has the engine loaded, and graded nothing."""

import contextlib
import ctypes
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

IDLE = 1  # second without work: time to load what may be needed


def main(out_of_bounds, trusted, launched):
    """Be the fork server, until the socket closes: ``python -c START SOCKET BOUNDS``.

    It closes with the process at its other end, however that ends. The kernel's own way to end with
    a parent means the parent's *thread*, and a pool's threads come and go.
    """
    start_nursery(out_of_bounds, trusted, launched)
    with socket.socket(fileno=int(sys.argv[1])) as control:
        if not select.select([control], [], [], IDLE)[0]:  # nobody waits for it
            _load(out_of_bounds, trusted, True)
        for order, sock, (teacher,) in orders(control):
            with open(teacher, encoding="utf-8") as file:
                file.seek(0)
                tests = (order["lab"], file.read()) if "lab" in order else None
            _load(out_of_bounds, trusted, order["references"], tests)
            if os.fork() == 0:
                control.close()
                _be_grader(Connection(sock.detach()))
    # The nursery ends with this process, as the graders do; before them, and they would start one.
    os._exit(0)


def _load(out_of_bounds, trusted, with_references, tests=None):
    """Load all that graders need, if that has not been done yet; `tests`: of which lab, and they.

    Meanwhile the nursery loads what students need.
    """
    if with_references:
        references.load()
    if tests is not None:
        with contextlib.suppress(Exception):  # whoever grades by them says so
            prepare(*tests)
    with contextlib.suppress(Unavailable):  # whoever grades says so
        nursery(out_of_bounds, trusted)
    gc.freeze()  # the modules need no look at any more
    gc.set_threshold(50_000)  # looking for cycles as often as usual takes a quarter of the time
    gc.enable()


def _be_grader(connection):
    """Grade what comes, until the connection closes."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # ends with the fork server
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
