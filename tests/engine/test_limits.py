"""Processes of a pool end with whoever started them; one that takes long keeps to its place."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from grading.engine import limits
from grading.engine.limits import confined
from grading.paths import ROOT

POOL = """
import os, signal, sys, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from grading.engine.limits import end_with_parent
def work():
    print(os.getpid(), flush=True)
    time.sleep(600)
if __name__ == "__main__":
    with ProcessPoolExecutor(1, get_context("spawn"), initializer={initializer}) as pool:
        pool.submit(work)
        sys.stdin.readline()
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("initializer", ["end_with_parent", "None"])
def test_a_worker_of_a_pool_ends_when_the_pool_is_killed(tmp_path, initializer):
    script = tmp_path / "pool.py"
    script.write_text(POOL.format(initializer=initializer))
    with subprocess.Popen(
        [sys.executable, str(script)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as started:
        worker = psutil.Process(int(started.stdout.readline()))  # it is at work by now
        started.stdin.write("kill\n")
        started.stdin.flush()
        started.wait()  # not for its output to end: the worker may have it too
        if initializer == "None":  # so that the line below can fail
            time.sleep(0.5)
            assert worker.is_running()
            worker.send_signal(signal.SIGKILL)
        worker.wait(600)


def busy_until(holds):
    """Use processor time, a second more at most than it takes."""
    end = time.process_time() + 1
    while time.process_time() < end and not holds():
        pass


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="there is one processor")
def test_who_takes_long_keeps_to_the_processor_of_whom_it_looks_at(monkeypatch):
    monkeypatch.setattr(limits, "FREE_SECONDS", 0.05)
    before, handler = os.sched_getaffinity(0), signal.getsignal(signal.SIGPROF)
    one = min(before)
    with confined(lambda: {one}):
        assert os.sched_getaffinity(0) == before  # what is soon done may be anywhere
        busy_until(lambda: os.sched_getaffinity(0) == {one})
        assert os.sched_getaffinity(0) == {one}
    assert os.sched_getaffinity(0) == before
    assert signal.getsignal(signal.SIGPROF) == handler
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_whom_it_looks_at_may_have_ended(monkeypatch):
    monkeypatch.setattr(limits, "FREE_SECONDS", 0.02)
    asked = []

    def ended():
        asked.append(True)
        raise ProcessLookupError

    before = os.sched_getaffinity(0)
    with confined(ended):
        busy_until(lambda: len(asked) > 1)
    assert len(asked) > 1
    assert os.sched_getaffinity(0) == before
