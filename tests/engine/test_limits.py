"""Processes of a pool end with whoever started them."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from grading.paths import ROOT

POOL = """
import os, signal, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from grading.engine.limits import end_with_parent
if __name__ == "__main__":
    with ProcessPoolExecutor(1, get_context("spawn"), {initializer}) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        pool.submit(time.sleep, 5)
        time.sleep(0.2)
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("initializer", ["end_with_parent", "None"])
def test_a_worker_of_a_pool_ends_when_the_pool_is_killed(tmp_path, initializer):
    script = tmp_path / "pool.py"
    script.write_text(POOL.format(initializer=initializer))
    with subprocess.Popen(
        [sys.executable, str(script)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as started:
        worker = psutil.Process(int(started.stdout.readline()))
        started.wait(60)
        if initializer == "None":  # so that the line below can fail
            time.sleep(0.5)
            assert worker.is_running()
            worker.send_signal(signal.SIGKILL)
        worker.wait(30)
