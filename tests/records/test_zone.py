"""What a person reads is in the class's time zone; lateness is told before grading, too."""

import csv
from datetime import UTC, datetime, timedelta

import pytest
from quick import grade
from tiny import LAB

from grading.lms.send import send
from grading.pages.feedback import feedback
from grading.pages.report import report
from grading.pages.status import screen
from grading.records.export import export
from grading.records.lock import holder, lock
from grading.records.nbgrader import nbgrader_api
from grading.records.policy import read_policy
from grading.records.status import status

RULES = """time_zone = "Asia/Tokyo"
late = {penalty = 1, per = "day"}
[labs.tiny]
due = 2026-10-12T08:00:00
extensions.bob = "3 days"
"""
STAMP = "2026-10-13 22:30:00 UTC"  # in Tokyo the 14th, 7:30: 23.5 hours late for the 13th, 8:00


@pytest.fixture
def late(course):
    (course / "course.toml").write_text(RULES)
    for student in ("ann", "bob"):
        (course / "submitted" / student / LAB / "timestamp.txt").write_text(STAMP)
    return course


def test_status_knows_who_is_late_before_anybody_is_graded(late):
    found = status(LAB, late)
    assert found.ungraded == ("ann", "bob")
    assert found.late == {"ann": timedelta(days=1, hours=23.5)}
    assert "late              1  ann (48 h)" in screen(found)
    assert "due Mon 2026-10-12 08:00" in screen(found)
    grade(late)
    assert status(LAB, late).late == found.late


def test_a_due_date_of_the_gradebook_counts_too(course):
    with nbgrader_api(course).gradebook as gradebook:
        gradebook.update_or_create_assignment(LAB, duedate="2026-10-12 08:00:00 UTC")
    (course / "submitted" / "ann" / LAB / "timestamp.txt").write_text("2026-10-12 09:00:00 UTC")
    found = status(LAB, course)
    assert found.late == {"ann": timedelta(hours=1)}
    assert found.due == datetime(2026, 10, 12, 8, tzinfo=UTC)


def test_pages_lists_and_tables_show_the_class_its_own_time(late):
    grade(late)
    feedback(LAB, late)
    page = (late / "feedback" / "ann" / LAB / f"{LAB}.html").read_text()
    assert "handed in 2026-10-14 07:30 JST, due 2026-10-12 08:00 JST" in page
    api = nbgrader_api(late)
    rows = {row["student"]: row for row in api.get_submissions(LAB)}
    assert rows["ann"]["display_timestamp"] == "2026-10-14 07:30:00 JST"
    (row,) = api.get_student_submissions("ann")
    assert row["display_timestamp"] == "2026-10-14 07:30:00 JST"
    assert api.get_assignment(LAB)["display_duedate"] == "2026-10-12 08:00:00 JST"
    (listed,) = api.get_assignments()  # what formgrader asks first
    assert listed["display_duedate"] == "2026-10-12 08:00:00 JST"
    send(LAB, "csv", course=late)


def test_the_export_says_times_with_their_zone_and_points_without_noise(late, tmp_path):
    grade(late)
    (late / "course.toml").write_text(RULES.replace("penalty = 1", 'penalty = "11 %"'))
    export(tmp_path / "grades.csv", late)
    with open(tmp_path / "grades.csv", newline="") as file:
        (row,) = (row for row in csv.DictReader(file) if row["student_id"] == "ann")
    assert row["timestamp"] == "2026-10-14 07:30:00+09:00"
    assert row["duedate"] == "2026-10-12 08:00:00+09:00"
    for name in ("raw_score", "late_submission_penalty", "score"):
        assert len(row[name]) < 8
    assert float(row["late_submission_penalty"]) == round(0.22 * float(row["raw_score"]), 6) > 0


def test_the_report_says_who_was_late_what_that_cost_and_which_tests_do_not_count(late):
    grade(late)
    void = '\n[labs.tiny.void.test_mean]\npoints = "all"\nreason = "It asked for another mean."\n'
    (late / "course.toml").write_text(RULES + void)
    page, _ = report(LAB, late)
    text = page.read_text()
    assert ">48 h, −2<" in text
    assert text.count("−2<") == 1  # bob has an extension
    assert "(void, everybody gets its points: It asked for another mean.)" in text
    (late / "course.toml").unlink()
    plain = report(LAB, late)[0].read_text()
    assert "(void" not in plain
    assert ">late<" not in plain


def test_who_is_at_work_is_told_in_the_class_zone(late):
    with lock(late, LAB, "something"):
        assert holder(late, LAB).since.endswith("+09:00")


def test_rules_that_cannot_be_read_stop_no_lock(late):
    (late / "course.toml").write_text("not toml")
    with lock(late, LAB, "something"):
        assert holder(late, LAB).since.endswith("+00:00")


@pytest.mark.parametrize("day", ["2026-10-12", '"2026-10-12"'])
def test_a_day_without_a_time_ends_at_midnight_with_and_without_quotes(tmp_path, day):
    (tmp_path / "course.toml").write_text(
        f'time_zone = "Europe/Vienna"\n[labs.tiny]\ndue = {day}\n'
    )
    due = read_policy(tmp_path).due("tiny", "ann")
    assert due == datetime(2026, 10, 12, 21, 59, 59, tzinfo=UTC)
