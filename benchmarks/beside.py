"""Honest students in a class of attackers: their points, and how fast they are graded.

    python benchmarks/beside.py [--rounds 3] [--jobs 2]

The same four honest submissions are graded alone, then among attackers that take all processors,
memory and output that they get. What is compared is the time from an honest submission's start to
its end in its grader, best of the rounds: waiting for a turn is not part of it. A ratio, which
carries over if nothing else runs.
"""

import argparse
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import hostile
from hostile.table import spoiled_notebook
from tiny import answered, hand_in, make_course

from grading.classroom.processes import Graders
from grading.engine.model import Job
from grading.records.instructor import instructors_notebook
from grading.records.nbgrader import nbgrader_api
from grading.records.submissions import read_files

HONEST = ["honest_a", "honest_b", "honest_c", "honest_d"]
ATTACKS = [
    "processors_all_taken", "threads", "memory_hog", "memory_mapped_and_shared", "fork_bomb",
    "output_flood", "loop_that_catches_everything", "thread_that_goes_on_printing",
    "alarm_in_the_middle_of_an_answer", "sixty_million_empty_lists", "callback_flood",
]  # fmt: skip
REPEATS = 12  # how often the honest code does its work: a submission of some hundred milliseconds


def a_class(folder):
    """Jobs of the honest, and of the attackers."""
    course = make_course(folder, hostile.LAB, hostile.TEXT)
    busy = (
        f"\nfor _ in range({REPEATS}):\n    np.sort(np.random.default_rng(0).normal(size=200_000))"
    )
    right = dict(hostile.RIGHT) | {"honest": hostile.RIGHT["honest"] + busy}
    for student in HONEST:
        hand_in(course, student, answered(course, hostile.LAB, **right), hostile.LAB)
    for trick in ATTACKS:
        notebook = spoiled_notebook(course, hostile.TRICKS[trick])
        hand_in(course, trick, notebook, hostile.LAB)
    teacher = instructors_notebook(nbgrader_api(course), hostile.LAB)

    def job(student):
        files = read_files(course / "submitted" / student / hostile.LAB)
        limits = {"cell_seconds": 5, "all_seconds": 10}
        return Job(hostile.LAB, student, files, teacher, seed=1, **limits)

    return [job(student) for student in HONEST], [job(trick) for trick in ATTACKS]


def timed(graders, job):
    """Seconds that a submission takes, and its points."""
    began = time.monotonic()
    result = graders.grade(job)
    return time.monotonic() - began, result.points, result.out_of


def measure(honest, attackers, jobs):
    """Seconds and points of each honest submission, while attackers take the other jobs."""
    graders = Graders()
    with ThreadPoolExecutor(jobs) as threads:
        try:
            for task in [threads.submit(timed, graders, job) for job in honest[:jobs]]:
                task.result()  # the graders have started
            waiting = [threads.submit(graders.grade, job) for job in attackers]
            tasks = []
            for number, job in enumerate(honest):
                tasks.append(threads.submit(timed, graders, job))
                waiting += [
                    threads.submit(graders.grade, attackers[(number + k) % len(attackers)])
                    for k in range(2 if attackers else 0)
                ]
            found = [task.result() for task in tasks]
            for task in waiting:
                task.cancel()
            return found
        finally:
            graders.kill()


def main():
    """Measure, and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        honest, attackers = a_class(Path(name))
        best = {}
        for _ in range(options.rounds):
            for where, others in (("alone", []), ("beside", attackers)):
                found = measure(honest, others, options.jobs)
                assert all(points == out_of for _, points, out_of in found), found
                seconds = [seconds for seconds, *_ in found]
                best[where] = [*map(min, seconds, best.get(where, seconds))]
    alone, beside = (sum(best[where]) for where in ("alone", "beside"))
    print(f"{len(HONEST)} honest submissions, {options.jobs} at the same time, full points:")
    print(f"alone {1000 * alone / 4:.0f} ms each, among {len(ATTACKS)} attackers "
          f"{1000 * beside / 4:.0f} ms: {alone / beside:.2f} of the speed")  # fmt: skip


if __name__ == "__main__":
    main()
