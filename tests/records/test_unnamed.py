"""Who is forgotten is taken out of the rules that backups hold; the rules stay."""

import tomllib

import pytest
from tiny import LAB, answered, graders, hand_in, make_course

from grading.classroom.autograde import autograde
from grading.records.backup import backup, unpack
from grading.records.forget import forget
from grading.records.unnamed import without

RULES = """time_zone = "Europe/Vienna"  # where we are
# ada is away in May, adam is not
[late]
penalty = "10 %"

[sections]
monday = ["ada", "blaise"]
tuesday = [
    "carl",
    "ada",
]
wednesday = ['ada']

[labs.tiny]
due = 2026-10-12T23:59:00
extensions.ada = "2 days"  # a cold
extensions.adam = "3 days"

[labs.tiny.void.test_mean]
points = "all"
reason = "Nobody is to blame."
"""


def test_of_the_rules_only_what_names_a_student_goes():
    left = without(RULES, "ada")
    expected = tomllib.loads(RULES)
    del expected["labs"]["tiny"]["extensions"]["ada"]
    expected["sections"] = {"monday": ["blaise"], "tuesday": ["carl"], "wednesday": []}
    assert tomllib.loads(left) == expected
    assert "# where we are" in left
    assert "adam" not in left.split("[late]")[0]  # the comment named both
    assert without(left, "ada") == left


@pytest.mark.parametrize(
    "rules",
    [
        'extensions = {ada = "1 day", blaise = "2 days"}',
        'reason = "ada was right"',
        "[labs.ada]\ndue = 2026-10-12T23:59:00",
        "damaged = [ada",
    ],
)
def test_what_cannot_be_taken_out_line_by_line_is_left_to_another_way(rules):
    assert without(rules, "ada") is None


def test_a_backup_keeps_the_rules_of_the_class(tmp_path):
    course = make_course(tmp_path / "class")
    for student in ("ada", "blaise"):
        hand_in(course, student, answered(course))
    autograde(LAB, course=course, jobs=1, executor=graders())
    (course / "course.toml").write_text(RULES)
    named = backup(course, course / "backups" / "1.tar.gz")
    (course / "course.toml").write_text(inline := "sections = {monday = ['ada']}\n")
    other = backup(course, course / "backups" / "2.tar.gz")
    (course / "course.toml").write_text(without(RULES, "ada"))
    unnamed = backup(course, course / "backups" / "3.tar.gz")
    removed = forget("ada", course)
    found = {}
    for path in (named, other, unnamed):
        unpack(path, tmp_path / path.stem)
        found[path] = (tmp_path / path.stem / "course.toml").read_text()
        assert not (tmp_path / path.stem / "submitted" / "ada").exists()
    assert found[named] == found[unnamed] == without(RULES, "ada")
    assert found[other] == without(inline, "ada")
    assert sum("all of it in backups" in line for line in removed) == 3
