"""What a submission takes, measured from outside while it is graded: ``python -m hostile.bounds``.

Nobody who is measured is asked: memory, threads, processors and time are the kernel's word, of
every process that stands below this one.
"""

# ruff: noqa: E402 - it is a program too

import contextlib
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]

import psutil
from tiny import hand_in, make_course

import hostile
from grading.classroom.processes import Graders
from grading.engine.model import Job
from grading.records.instructor import instructors_notebook
from grading.records.nbgrader import nbgrader_api
from grading.records.submissions import read_files
from hostile.table import spoiled_notebook

GREEDY = [
    "processors_all_taken", "threads", "stacks_of_half_a_gigabyte", "memory_hog",
    "memory_mapped_and_shared", "fork_bomb", "pipes_full_of_bytes", "output_flood",
    "iterator_of_large_arrays", "list_of_the_test_filled_with_large_arrays",
    "sixty_million_empty_lists", "representations_of_a_gigabyte",
]  # fmt: skip
CELL_SECONDS, ALL_SECONDS = 1, 3
EVERY = 0.01  # seconds between two looks
MEGA = 1 << 20
IN_THE_SANDBOX = "2"  # the kernel's number for a process under a filter of seccomp


@dataclass
class Seen:
    """The most that was seen at one time: of a submission's own process, and of its examiner."""

    seconds: float = 0.0
    processes: int = 0  # of the submission's own, at the same time
    threads: int = 0
    processors: int = 0  # that it may run on
    cpu: float = 0.0  # seconds, of all of them together
    memory: int = 0  # bytes of address space beyond the process that it was forked from
    examiner: int = 0  # the same of the process that looks at it
    times: dict = field(default_factory=dict, repr=False)


def jobs(folder, tricks, trusted=False):
    """The job of each trick, by name; tricks are names, or sources by name."""
    sources = tricks if isinstance(tricks, dict) else {t: hostile.TRICKS[t] for t in tricks}
    course = make_course(folder, hostile.LAB, hostile.TEXT)
    teacher = instructors_notebook(nbgrader_api(course), hostile.LAB)
    limits = {"cell_seconds": CELL_SECONDS, "all_seconds": ALL_SECONDS}
    made = {}
    for trick, source in sources.items():
        path = hand_in(course, trick, spoiled_notebook(course, source), hostile.LAB)
        files = read_files(path.parent)
        made[trick] = Job(hostile.LAB, trick, files, teacher, 1, trusted=trusted, **limits)
    return made


def measured(graders, job):
    """Grade a job; returns its `Result` and what was `Seen` meanwhile."""
    seen, end = Seen(), threading.Event()
    watcher = threading.Thread(target=_watch, args=(seen, end, job.trusted))
    began = time.monotonic()
    watcher.start()
    try:
        result = graders.grade(job)
    finally:
        seen.seconds = time.monotonic() - began
        end.set()
        watcher.join()
    seen.cpu = sum(seen.times.values())
    return result, seen


def _watch(seen, end, trusted):
    me = psutil.Process()
    while not end.wait(EVERY):
        students = []
        for process in me.children(recursive=True):
            with contextlib.suppress(psutil.Error, OSError):
                kind = _kind(process)
                if kind is None:
                    continue
                status = _status(process)
                peak = int(status.get("VmPeak", "0 kB").split()[0]) << 10  # none: it has just ended
                more = peak - _parent(process).memory_info().vms
                if kind == "examiner":
                    seen.examiner = max(seen.examiner, more)
                    continue
                students.append(process)
                seen.memory = max(seen.memory, more)
                seen.threads = max(seen.threads, process.num_threads())
                seen.times[process.pid] = sum(process.cpu_times()[:2])
                if trusted or status["Seccomp"] == IN_THE_SANDBOX:  # before, nothing of theirs runs
                    seen.processors = max(seen.processors, len(process.cpu_affinity()))
        seen.processes = max(seen.processes, len(students))


def _kind(process):
    """Whether it is a submission's own or its examiner: each is forked from one of its kind."""
    for kind, module in (("student", "student_process"), ("examiner", "classroom.fork_server")):
        if all(module in " ".join(each.cmdline()) for each in (process, _parent(process))):
            return kind
    return None


def _parent(process):
    if (parent := process.parent()) is None:  # it has ended between two looks
        raise psutil.NoSuchProcess(process.pid)
    return parent


def _status(process):
    """What the kernel says of a process, by name."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def main():
    """Print a table."""
    print(f"{'trick':44}{'wall s':>8}{'CPU s':>8}{'MB':>8}{'examiner':>10}{'threads':>9}{'of':>4}")
    with tempfile.TemporaryDirectory() as folder:
        graders = Graders()
        try:
            for trick, job in jobs(Path(folder), GREEDY).items():
                _, seen = measured(graders, job)
                print(
                    f"{trick:44}{seen.seconds:8.1f}{seen.cpu:8.1f}{seen.memory // MEGA:8,}"
                    f"{seen.examiner // MEGA:10,}{seen.threads:9}{seen.processes:4}",
                    flush=True,
                )
        finally:
            graders.close()


if __name__ == "__main__":
    main()
