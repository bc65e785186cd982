"""The worker processes of a survey; one that dies loses only its current task."""

import contextlib
import os
import signal
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from tqdm import tqdm

from grading.engine.limits import end_with_parent
from grading.quality.audit.notebook import Audited

_at_work: Audited | None = None


class Workers:
    """Workers that have read the notebook; they end at once on an interrupt."""

    def __init__(self, audited: Audited, jobs: int):
        self.audited, self.jobs = audited, jobs

    def __enter__(self):
        self._start()
        return self

    def _start(self):
        self.pool = ProcessPoolExecutor(
            self.jobs, get_context("spawn"), initializer=_begin, initargs=(self.audited,)
        )

    def __exit__(self, kind, *_):
        if kind is not None:
            for process in list((self.pool._processes or {}).values()):
                process.terminate()
        self.pool.shutdown(wait=True, cancel_futures=True)

    def submit(self, task):
        try:
            return self.pool.submit(_do, *task)
        except BrokenProcessPool:
            self._start()
            return self.pool.submit(_do, *task)


def _begin(audited):
    global _at_work
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it, and ends this
    os.environ["MPLBACKEND"] = "agg"
    _at_work = audited
    # What the tests import is loaded before anything has a limit: a package whose import is stopped
    # half way stays broken for all that this process does later.
    for line in audited.imports.splitlines():
        with contextlib.suppress(Exception):
            exec(line, {})


def _do(function, *args):
    return function(_at_work, *args)


def run_all(pool, show, title, tasks):
    """Results of tasks, in order; None for a task whose process died twice."""
    results = [None] * len(tasks)
    waiting = dict.fromkeys(range(len(tasks)))
    bar = tqdm(total=len(tasks), desc=title, disable=not show)
    for last in (False, True):
        alone = [[n] for n in waiting] if last else [list(waiting)]
        for some in alone:
            done = {pool.submit(tasks[n]): n for n in some}
            for future in as_completed(done):
                try:
                    results[done[future]] = future.result()
                except BrokenProcessPool:
                    continue
                waiting.pop(done[future])
                bar.update()
    bar.close()
    return results


def with_seeds(run, tasks):
    """Verdicts with other seeds. One that ran out of time is tried again.

    A machine that was busy for a moment proves nothing about the tests.
    """
    verdicts = run("Seeds", tasks)
    late = [n for n, verdict in enumerate(verdicts) if verdict is not None and verdict.stopped]
    for n, verdict in zip(
        late, run("Seeds", [tasks[n] for n in late]) if late else (), strict=True
    ):
        verdicts[n] = verdict
    return verdicts
