"""Each submission stays within the stated time and memory, as seen from outside."""

import contextlib
import os
import time
from dataclasses import replace

import psutil
import pytest
from hostile.bounds import ALL_SECONDS, GREEDY, jobs, measured
from thorough import sample, thorough

from grading.classroom.processes import SLACK, Graders
from grading.engine import limits, sandbox

LEEWAY = 64 << 20  # bytes: what a process has just taken when its limit is read
BEYOND = 30  # seconds, on a busy machine, to end a grader and to start another


@pytest.fixture(scope="module")
def graders():
    graders = Graders()
    yield graders
    graders.close()


@pytest.fixture(scope="module")
def inside(tmp_path_factory):
    return jobs(tmp_path_factory.mktemp("bounds") / "class", [*GREEDY, "nan_everywhere"])


@pytest.fixture(scope="module", autouse=True)
def _warm(graders, inside):
    graders.grade(inside["nan_everywhere"])  # what starts once is nobody's


@pytest.mark.parametrize("trick", sample(GREEDY, 4))
def test_a_greedy_submission_gets_what_is_stated_and_no_more(graders, inside, trick):
    for _ in range(20):  # what is refused at once may be over between two looks
        result, seen = measured(graders, inside[trick])
        if seen.processors:
            break
    assert 1 <= seen.processes <= 2  # its own, and where that was ended the next one
    assert seen.processors == 1
    assert seen.threads <= sandbox.THREADS
    assert seen.memory <= sandbox.MEMORY + LEEWAY
    assert seen.examiner <= limits.MEMORY + LEEWAY
    assert seen.cpu <= sandbox.CPU_SECONDS
    assert seen.seconds <= ALL_SECONDS + SLACK + BEYOND
    assert result.points <= 1


def test_nothing_of_them_goes_on(graders, inside):
    before = _living()  # the fork server, the nursery, a grader, and those of other tests
    graders.grade(inside["nan_everywhere"])
    end = time.monotonic() + 600
    while (new := _living() - before) and time.monotonic() < end:
        time.sleep(0.05)
    assert not new


def _living():
    found = set()
    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):  # it has ended between two looks
            if child.status() != psutil.STATUS_ZOMBIE:
                found.add(child.pid)
    return found


BEYOND_ALL = """
import numpy as np, os, threading, time
held = np.zeros(1_300_000_000, "u1")
threading.stack_size(65536)
for _ in range(150):
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
os.sched_setaffinity(0, range(os.cpu_count()))
for _ in range(2):
    if os.fork() == 0:
        time.sleep(10)
        os._exit(0)
time.sleep(3)
"""


@thorough
def test_what_goes_beyond_is_seen(tmp_path):
    """Of one that has no walls, each of these is seen from outside."""
    graders = Graders()
    try:
        job = jobs(tmp_path / "class", {"beyond": BEYOND_ALL}, trusted=True)["beyond"]
        _, seen = measured(graders, replace(job, cell_seconds=300, all_seconds=600))
    finally:
        graders.close()
    assert seen.threads > sandbox.THREADS
    assert seen.memory > sandbox.MEMORY + LEEWAY
    assert seen.processes > 2  # its own and two more, and where that was ended the next one
    assert os.cpu_count() == 1 or seen.processors > 1
