"""Honest students in a class of attackers: their points, and how fast they are graded.

    python benchmarks/beside.py [--times 5]

An honest submission is graded while nobody else is, then while an attacker is, who takes all
processors, memory and output that it gets; and so for each attacker, in turn. What is compared is
the time from the honest submission's start to its end in its grader: waiting for a turn is no part
of it. A ratio, which carries over to other machines if nothing else runs; it takes two minutes.
"""

import argparse
import contextlib
import statistics
import sys
import tempfile
import threading
import time
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
        limits = {"cell_seconds": 2, "all_seconds": 4}
        return Job(hostile.LAB, student, files, teacher, seed=1, **limits)

    return [job(student) for student in HONEST], [job(trick) for trick in ATTACKS]


def timed(graders, job):
    """Seconds that a submission takes; it has all its points."""
    began = time.monotonic()
    result = graders.grade(job)
    seconds = time.monotonic() - began
    assert result.points == result.out_of, (result.remarks, result.tests)
    return seconds


@contextlib.contextmanager
def under_attack(graders, job):
    """Grade an attacker again and again in another grader."""
    end = threading.Event()

    def go_on():
        while not end.is_set():
            graders.grade(job)

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        time.sleep(1)  # until it is at it
        yield
    finally:
        end.set()
        thread.join()


def main():
    """Measure, and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=5, help="that each is graded (default: 5)")
    options = parser.parse_args()
    alone, beside = [], []
    with tempfile.TemporaryDirectory() as name:
        honest, attackers = a_class(Path(name))
        turns = [honest[n % len(honest)] for n in range(options.times)]
        graders = Graders()
        try:
            with under_attack(graders, honest[0]):
                timed(graders, honest[1])  # two graders have started
            for attacker in attackers:
                alone.append(statistics.median(timed(graders, job) for job in turns))
                with under_attack(graders, attacker):
                    beside.append(statistics.median(timed(graders, job) for job in turns))
                seconds = f"{1000 * beside[-1]:6.0f} ms, alone {1000 * alone[-1]:.0f} ms"
                print(
                    f"beside {attacker.student:40}{seconds}: {alone[-1] / beside[-1]:.2f}",
                    flush=True,
                )
        finally:
            graders.close()
    ratio = sum(alone) / sum(beside)
    print(f"{len(honest)} honest submissions, full points each time, {len(attackers)} attackers: "
          f"{ratio:.2f} of the speed")  # fmt: skip


if __name__ == "__main__":
    main()
