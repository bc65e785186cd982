"""A release that is killed at any moment has happened, or it has not."""

import os
import warnings

import pytest
from quick import grade, release, views
from test_machine import die_after
from thorough import sample
from tiny import LAB, TEXT

from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_lab

NEW = TEXT.replace('test_double" points=2', 'test_double" points=3')


@pytest.mark.parametrize("moment", sample(range(1, 25, 6), 2))
def test_after_a_killed_release_the_lab_is_the_old_or_the_new_one_and_the_next_command_goes_on(
    course, moment
):
    grade(course)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a progress bar has a thread; the child needs it not
        child = os.fork()
    if child == 0:
        die_after(moment)
        try:
            release(course, NEW, yes=True)
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    grade(course)
    points = read_lab(nbgrader_api(course), LAB).points
    assert points in (10, 11)
    text = (course / "notebooks" / LAB / f"{LAB}.ipynb").read_text()
    assert ("3 points" in text.split("test_mean")[0]) == (points == 11)
    assert not (course / ".release").exists()
    assert views(course)[0]["ann"] == points - 1
    release(course, NEW, yes=True)
    grade(course)
    assert views(course)[0] == {"ann": 10, "bob": 3}
