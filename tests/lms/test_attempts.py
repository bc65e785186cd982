"""Attempts that were collected, and which of them counts."""

import shutil

import archives
import pytest
import quick
import tiny
from archives import PUPILS, in_canvas, in_moodle, make_zip

from grading.lms.collect import collect
from grading.lms.send import send
from grading.pages.feedback import feedback
from grading.records.points import scores
from grading.records.status import status

ADA, JEAN, *_ = PUPILS
DAYS = (10, 12, 14)  # of October; due is the 13th
RULES = """late = {{penalty = "50 %", per = "day"}}
[labs.tiny]
attempts = "{attempts}"
due = 2026-10-13T00:00:00
"""


@pytest.fixture
def course(tmp_path):
    folder = tmp_path / "class"
    quick.release(folder)
    return folder


def downloads(course, tmp_path, work):
    """Three downloads of a term: a Moodle zip has the last attempt of each, and its time."""
    known = archives.roster(tmp_path / "roster.csv")
    for day, rights in zip(DAYS, work, strict=True):
        answers = dict.fromkeys(rights, f"RIGHT  # {day}") or {"double": f"wrong {day}"}
        files = {in_moodle(ADA, "tiny.ipynb"): tiny.answered(course, **answers)}
        source = make_zip(tmp_path / f"{day}.zip", files, time=(2026, 10, day, 12, 0, 0))
        collect(source, roster=known, course=course)


def points(course):
    quick.grade(course)
    (score,) = scores(tiny.LAB, course)
    kept = course / "submitted" / ADA.id / "tiny" / "tiny.ipynb"
    return score.points, next(day for day in DAYS if f"# {day}" in kept.read_text())


@pytest.mark.parametrize(
    ("attempts", "expected"),
    [
        ("last", (4.5, 14)),  # half of 9: two days have begun
        ("best", (5, 12)),
        ("last before the deadline", (5, 12)),
    ],
)
def test_of_what_was_collected_the_attempt_counts_that_the_policy_says(
    course, tmp_path, by_hand, attempts, expected
):
    late = RULES.replace("50 %", "25 %")
    (course / "course.toml").write_text(late.format(attempts=attempts))
    downloads(course, tmp_path, [["double"], ["double", "mean"], ["double", "mean", "spread"]])
    assert points(course) == expected
    assert len(list(course.glob("attempts/s000/tiny/*/tiny.ipynb"))) == 3


def test_the_best_counts_whichever_it_was_and_nothing_is_graded_twice(course, tmp_path, by_hand):
    (course / "course.toml").write_text(RULES.format(attempts="best"))
    downloads(course, tmp_path, [["double", "spread"], ["mean"], []])
    assert points(course) == (6, 10)
    assert quick.grade(course).graded == []
    assert status(tiny.LAB, course).stale == {}
    again = make_zip(
        tmp_path / "again.zip",
        {in_moodle(ADA, "tiny.ipynb"): tiny.answered(course, double="wrong 14")},
        time=(2026, 10, 14, 12, 0, 0),
    )
    collect(again, course=course)
    assert points(course) == (6, 10)
    feedback(tiny.LAB, course)
    made = send(tiny.LAB, "moodle", course=course)
    assert '"6"' in made.grades.read_text()


def test_the_best_of_one_archive_with_resubmissions(course, tmp_path, by_hand):
    (course / "course.toml").write_text('[labs.tiny]\nattempts = "best"\n')
    work = [("tiny.ipynb", "RIGHT"), ("tiny-1.ipynb", "RIGHT and more"), ("tiny-2.ipynb", "wrong")]
    files = {
        in_canvas(JEAN, name, attachment=str(100 + number)): tiny.answered(course, double=answer)
        for number, (name, answer) in enumerate(work)
    }
    source = make_zip(tmp_path / "s.zip", files)
    collect(source, roster=archives.roster(tmp_path / "r.csv"), course=course)
    quick.grade(course)
    assert [score.points for score in scores(tiny.LAB, course)] == [2]
    kept = (course / "submitted" / JEAN.id / "tiny" / "tiny.ipynb").read_text()
    assert "RIGHT and more" in kept  # of equals the last


def test_an_attempt_that_a_person_copies_counts_and_stays(course, tmp_path, by_hand):
    """The command of docs/platforms/README.md, and of `collect`."""
    downloads(course, tmp_path, [("double",), ("double", "mean"), ("double",)])
    assert points(course) == (2, 14)
    (kept,) = course.glob(f"attempts/{ADA.id}/tiny/20261012T*")
    shutil.copytree(kept, course / "submitted" / ADA.id / "tiny", dirs_exist_ok=True)
    assert points(course) == points(course) == (5, 12)


@pytest.mark.parametrize("attempts", ["last", "best", "last before the deadline"])
def test_a_damaged_upload_costs_no_work_by_any_policy(course, tmp_path, by_hand, attempts):
    (course / "course.toml").write_text(RULES.format(attempts=attempts))
    files = {in_moodle(ADA, "tiny.ipynb"): tiny.answered(course, double="RIGHT  # 10")}
    known = archives.roster(tmp_path / "roster.csv")
    collect(make_zip(tmp_path / "a.zip", files, (2026, 10, 10, 12, 0, 0)), None, known, course)
    files = {in_moodle(ADA, "tiny.ipynb"): b'{"cells": ['}
    collect(make_zip(tmp_path / "b.zip", files, (2026, 10, 11, 12, 0, 0)), course=course)
    assert points(course) == points(course) == (2, 10)
