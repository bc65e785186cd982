"""What one submission costs in the gradebook does not depend on how many others are in it."""

import gc
import re
import tracemalloc
from collections import Counter
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from statistics import median

import pytest
from quick import grade
from sqlalchemy import event
from sqlalchemy.engine import Engine
from tiny import LAB, answered, hand_in

from grading.classroom import autograde as classroom
from grading.classroom.processes import Graders
from grading.records.results import current_versions, read_result

GROWING = ("student", "submitted_assignment", "submitted_notebook", "grade", "comment")
POLICIES = {
    "none": "",
    "late": '[labs.tiny]\ndue = 2020-01-01T00:00:00Z\nlate = {penalty = "10 %", per = "day"}\n',
    "void": '[labs.tiny.void.test_mean]\npoints = "all"\nreason = "Unclear."\n',
}


@contextmanager
def scans():
    """Tables that SQLite reads from end to end, and how often."""
    found = Counter()

    def plan(connection, cursor, statement, parameters, context, many):
        if re.match("SELECT|UPDATE|DELETE", statement):
            asked = connection.connection.cursor()
            one = parameters[0] if many else parameters
            for *_, step in asked.execute(f"EXPLAIN QUERY PLAN {statement}", one):
                words = step.split()
                if words[0] == "SCAN" and words[1] in GROWING:
                    found[words[1]] += 1

    event.listen(Engine, "before_cursor_execute", plan)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", plan)


@pytest.mark.parametrize("policy", POLICIES)
def test_no_table_is_read_from_end_to_end_for_each_submission(course, policy, monkeypatch):
    monkeypatch.setattr(classroom, "AT_ONCE", 1)
    (course / "course.toml").write_text(POLICIES[policy])
    counts = []
    for students in ("ann bob", "cat dan eve fay gus"):
        for student in students.split():
            hand_in(course, student, answered(course, double="RIGHT", mean=student, why="Yes"))
        with scans() as found:
            grade(course)
        counts.append(sum(found.values()))
    assert counts[0] == counts[1] > 0  # once for a run, however many there are


ENOUGH = 400  # bytes: a student's name, the points, and their places in lists and dictionaries


@contextmanager
def memory_of_a_run():
    """What Python's objects take whenever a run reads a submission, as a list."""
    taken = []

    def measured_first(*arguments):
        gc.collect()
        taken.append(tracemalloc.get_traced_memory()[0])
        return current_versions(*arguments)

    gc.collect()
    gc.freeze()  # what is there already need not be searched again and again
    tracemalloc.start()
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(classroom, "current_versions", measured_first)
            yield taken
    finally:
        tracemalloc.stop()
        gc.unfreeze()


def test_a_run_keeps_next_to_nothing_of_each_submission(course, monkeypatch):
    grade(course)
    result, work = read_result(course, LAB, "ann"), answered(course)
    another = lambda _, job: replace(deepcopy(result), student=job.student)  # noqa: E731
    monkeypatch.setattr(Graders, "grade", another)
    monkeypatch.setattr(classroom, "AT_ONCE", 10)
    students, grown = 2, {}
    for more in 8, 10, 300:  # the first ones fill what is kept once for all
        for number in range(students, students + more):
            hand_in(course, f"student{number:03}", work)
        students += more
        for run, force in {"new": False, "unchanged": False, "all again": True}.items():
            with memory_of_a_run() as taken:
                grade(course, force=force)
            # Towards the end of a run; its median, as other threads of this process take some, too.
            grown[run] = [*grown.get(run, ()), median(taken[-len(taken) // 3 :])]
    for run, (_, small, large) in grown.items():
        assert (large - small) / more < ENOUGH, run
