"""One question for all students: what a person reads, and what becomes of what is given there."""

import shutil

import pytest
from page_parser import Page
from quick import give as given_in_formgrader
from quick import grade, release, views
from tiny import LAB, TEXT, answered, hand_in

from grading.pages import question
from grading.pages.question import question_page, save
from grading.paths import ClassError
from grading.records.lock import Locked, lock
from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_works
from grading.records.questions import Changed, read_question

HOSTILE = """Yes <script>window.owned = 1</script> <img src=x onerror="window.owned = 1">
</div></article></form><form action="https://example.org"><input name="points" value="99">

[here](javascript:window.owned=1) ![a](https://example.org/a.png) **bold** $x^2$ {{ 7 * 7 }}"""


def answers(course):
    return {a.student: a for a in read_question(nbgrader_api(course), LAB, "why").answers}


def saves(course, student, points="", extra="", comment="", answer=None):
    said = {"student": student, "points": points, "extra": extra, "comment": comment}
    said["answer"] = answers(course)[student].digest if answer is None else answer
    save(nbgrader_api(course), LAB, "why", said)


def shown(course, name="why", **more):
    return question_page(nbgrader_api(course), LAB, name, **more)


def test_all_answers_to_one_question_stand_on_a_page_without_the_code_around(course):
    grade(course)
    page = shown(course)
    assert "Yes" in page
    assert page.count("<article") == 2
    assert "def mean" not in page
    assert "2 answers, 1 still to be graded by hand, 1 point each" in page
    code = shown(course, "double")
    assert code.count("RIGHT") >= 2
    assert 'name="points"' not in code  # the tests give them


def test_only_those_that_wait_can_be_listed(course):
    grade(course)
    page = shown(course, only_waiting=True)
    assert page.count("<article") == 1
    assert "ann" in page
    assert "(bob)" not in page
    saves(course, "ann", "1")
    assert "Nothing is left to grade by hand." in shown(course, only_waiting=True)


def test_what_is_given_there_counts_in_every_view_and_is_no_longer_asked_for(course):
    grade(course)
    before = views(course)[0]["ann"]
    saves(course, "ann", "0,5", "2", "Read *it*.")
    found = views(course)
    assert all(view == found[0] for view in found)
    assert found[0]["ann"] == before + 2.5
    (ann, _) = read_works(nbgrader_api(course), LAB)
    assert (ann.all_waiting, ann.comments["why"]) == ([], "Read *it*.")
    assert 'value="0.5"' in shown(course)
    saves(course, "ann")  # taken back
    assert views(course)[0]["ann"] == before
    assert answers(course)["ann"].waits


def test_nothing_that_a_student_writes_gets_out_of_its_answer(course):
    hand_in(course, "ann", answered(course, double="RIGHT", why=HOSTILE))
    hand_in(
        course, "<b>&lt;'\"{{ x }}", answered(course, why="$" * 3000 + "![a](attachment:no.png)")
    )
    grade(course)
    given_in_formgrader(course, "ann", "why", comment="</textarea><script>owned()</script>")
    text = shown(course, form='<input type="hidden" name="_xsrf" value="1">')
    page = Page(text)
    assert page.faults == []
    assert page.tags.count("script") == 1  # the page's own
    assert page.tags.count("form") == 3
    assert page.tags.count("b") == 0
    assert not [a for a in page.attributes if a[1].startswith("on")]
    assert not [a for a in page.attributes if "example.org" in a[2] or "javascript:" in a[2]]
    assert "{{ 7 * 7 }}" in text
    assert "<strong>bold</strong>" in text


def test_points_are_not_given_to_an_answer_that_nobody_has_read(course):
    grade(course)
    read = answers(course)["ann"].digest
    hand_in(course, "ann", answered(course, double="RIGHT", why="Another one"))
    grade(course)
    with pytest.raises(Changed, match="reload the page"):
        saves(course, "ann", "1", answer=read)
    assert answers(course)["ann"].points is None
    saves(course, "ann", "1")
    assert answers(course)["ann"].points == 1


def test_what_was_given_to_an_earlier_answer_is_shown_beside_the_new_one(course):
    grade(course)
    saves(course, "ann", "1", comment="Well said")
    hand_in(course, "ann", answered(course, double="RIGHT", why="Another one"))
    grade(course)
    assert "1 point: Well said" in shown(course)
    assert answers(course)["ann"].waits


@pytest.mark.parametrize("points", ["2", "-1", "nan", "inf", "one", "1e9"])
def test_points_that_the_question_cannot_have_are_refused(course, points):
    grade(course)
    with pytest.raises(ClassError):
        saves(course, "ann", points, comment="not this either")
    assert (answers(course)["ann"].points, answers(course)["ann"].comment) == (None, "")


def test_a_question_that_is_a_bonus_gets_its_points_on_top(course):
    (course / "course.toml").write_text('[labs.tiny.bonus]\nwhy = "For those who have time."\n')
    grade(course)
    before = views(course)[0]["ann"]
    assert "1 point each" in shown(course)
    saves(course, "ann", "1")
    assert {view["ann"] for view in views(course)} == {before + 1}
    with pytest.raises(ClassError, match="between 0 and 1"):
        saves(course, "ann", "2")


def test_a_question_that_there_is_not_and_a_stranger_get_a_sentence(course):
    grade(course)
    with pytest.raises(ClassError, match=r"tiny has no question 'what'. Its questions are: double"):
        shown(course, "what")
    with pytest.raises(ClassError, match="zoe has no grade for tiny"):
        saves(course, "zoe", "1", answer="")


def test_nothing_is_given_while_a_command_is_at_work_on_the_lab(course, monkeypatch):
    grade(course)
    monkeypatch.setattr("grading.records.lock.PATIENCE", 0.1)
    with lock(course, LAB, "autograde"), pytest.raises(Locked, match="`autograde` of"):
        saves(course, "ann", "1")
    saves(course, "ann", "1")


def test_an_answer_whose_file_is_not_what_was_graded_is_not_shown(course):
    grade(course)
    shutil.rmtree(course / "autograded" / "ann")
    assert "No graded notebook has this answer" in shown(course)


def test_a_large_class_is_gone_through_in_parts(course, monkeypatch):
    grade(course)
    monkeypatch.setattr(question, "PER_PAGE", 1)
    first, second = shown(course), shown(course, start=1)
    assert "?start=1" in first
    assert "?start=0" in second
    assert {"ann" in page for page in (first, second)} == {True, False}
    assert shown(course, start=10**6).count("<article") == 1


def test_a_question_of_a_released_lab_that_nobody_handed_in_is_an_empty_page(tmp_path):
    release(tmp_path, TEXT)
    assert "Nothing has been graded yet." in shown(tmp_path)
