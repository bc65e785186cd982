"""What one submission costs in the gradebook does not depend on how many others are in it."""

import re
from collections import Counter
from contextlib import contextmanager

import pytest
from quick import grade
from sqlalchemy import event
from sqlalchemy.engine import Engine
from tiny import answered, hand_in

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
                if words[0] == "SCAN" and words[1] in GROWING and "INDEX" not in words:
                    found[words[1]] += 1

    event.listen(Engine, "before_cursor_execute", plan)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", plan)


@pytest.mark.parametrize("policy", POLICIES)
def test_no_table_is_read_from_end_to_end_for_each_submission(course, policy):
    (course / "course.toml").write_text(POLICIES[policy])
    counts = []
    for students in ("ann bob", "cat dan eve fay gus"):
        for student in students.split():
            hand_in(course, student, answered(course, double="RIGHT", mean=student, why="Yes"))
        with scans() as found:
            grade(course)
        counts.append(sum(found.values()))
    assert counts[0] == counts[1] > 0  # once for a run, however many there are


def test_what_is_equal_in_the_results_of_a_class_is_in_memory_once(course):
    for student in ("ann", "bob", "cat"):
        hand_in(course, student, answered(course, double="RIGHT", mean="RIGHT", why="Yes"))
    graded = grade(course).graded
    assert len(graded) == 3
    for part in ("tests", "answered", "notebook"):
        assert len({id(getattr(result, part)) for result in graded}) == 1, part
