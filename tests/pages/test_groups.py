"""Wrong answers that nothing explains are grouped, commented on once, and become bank entries."""

import json
import shutil
from pathlib import Path

import pytest
from page_parser import Page
from tiny import LAB, answered, graders, hand_in, make_course

from grading.__main__ import main
from grading.authoring.source import source_notebook
from grading.classroom.autograde import autograde
from grading.diagnosis.clusters import groups
from grading.engine.model import Case, Diagnosis
from grading.pages.feedback import feedback
from grading.pages.groups import answer_of_group, comment
from grading.pages.report import report
from grading.paths import ClassError
from grading.quality import bank
from grading.quality.audit.notebook import audited
from grading.quality.bank_add import EntryProblem, add_entry
from grading.records.nbgrader import nbgrader_api
from grading.records.points import Work, read_works

ODD = Diagnosis(case=Case("f(1)", "2", "3"), behaviour="abc", where="It is wrong only for 1.")


def work_of(student, behaviour, failed=("test_mean",), slip=""):
    work = Work(student, "")
    work.diagnoses = {"mean": Diagnosis(slip=slip, behaviour=behaviour)}
    work.reasons = dict.fromkeys(failed, "AssertionError") | {"test_double": ""}
    return work


def test_answers_wrong_in_the_same_way_are_one_group_and_the_largest_comes_first():
    both = ("test_mean", "test_mean_twice")
    works = [work_of("a", "one"), work_of("b", "two", both), work_of("c", "two")]
    works += [work_of("d", "three", slip="named"), work_of("e", "")]
    found = groups(works)
    assert [(g.key, g.students) for g in found] == [("mean:two", ("b", "c")), ("mean:one", ("a",))]
    assert found[0].tests == ("test_mean",)


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Three who are wrong in one way, and what the engine would have noted of that."""
    course = make_course(tmp_path_factory.mktemp("graded"))
    for student in ("ann", "bob", "cem"):
        hand_in(course, student, answered(course, mean="def mean(x):\n    return sum(x)"))
    hand_in(course, "dee", answered(course))
    autograde(LAB, course=course, executor=graders())
    for student in ("ann", "bob", "cem"):
        path = course / "results" / LAB / f"{student}.json"
        noted = json.loads(path.read_text())
        noted["diagnoses"] = {"mean": {"behaviour": "abc", "where": ODD.where}}
        path.write_text(json.dumps(noted))
    return course


@pytest.fixture
def course(graded, tmp_path):
    return Path(shutil.copytree(graded, tmp_path / "class"))


def test_what_is_said_in_two_paragraphs_is_said_once_too(course):
    said = "What do you divide by?\n\nAnd the empty list?"
    assert comment(LAB, "mean:abc", said, course)[1] == ["ann", "bob", "cem"]
    assert comment(LAB, "mean:abc", said, course)[1] == []
    assert comment(LAB, "mean:abc", "What do you", course)[1] != []  # a part of it is another one


def test_one_sentence_reaches_all_of_a_group_once_and_stands_on_their_pages(course):
    group, told = comment(LAB, "mean:abc", "What do you divide by?", course)
    assert told == list(group.students) == ["ann", "bob", "cem"]
    assert comment(LAB, "mean:abc", "What do you divide by?", course)[1] == []
    feedback(LAB, course=course)
    texts = {
        student: Page((course / "feedback" / student / LAB / f"{LAB}.html").read_text()).text
        for student in ("ann", "bob", "cem", "dee")
    }
    assert [s for s, text in texts.items() if "What do you divide by?" in text] == told
    comment(LAB, "mean:abc", "And the empty list?", course)
    [work] = read_works(nbgrader_api(course), LAB, ["ann"])
    assert work.comments["mean"] == "What do you divide by?\n\nAnd the empty list?"


def test_the_report_shows_the_groups_with_the_code_of_one_of_them(course):
    page, _ = report(LAB, course=course)
    text = Page(page.read_text()).text
    assert "3 alike" in text
    assert "return sum(x)" in text
    assert ODD.where in text
    nameless, _ = report(LAB, course=course, hide_names=True)
    assert "return sum(x)" not in Page(nameless.read_text()).text


def test_a_group_that_is_not_there_is_told_which_are(course):
    with pytest.raises(ClassError, match=r"'mean:xyz'.*The groups are: mean:abc"):
        comment(LAB, "mean:xyz", "Hello", course)
    with pytest.raises(ClassError, match="empty"):
        comment(LAB, "mean:abc", "  ", course)
    with pytest.raises(ClassError, match="run `python -m grading release lab1_dot`"):
        comment("lab1_dot", "mean:abc", "Hello", course)


def test_a_group_becomes_an_entry_of_the_bank(course, tmp_path):
    name, source = answer_of_group(LAB, "mean:abc", course)
    assert (name, source) == ("mean", "def mean(x):\n    return sum(x)")
    lab = audited(source_notebook(LAB, course / "labs"), LAB)
    path = add_entry(lab, source, "A mean is a sum.", "Of how many?", name, bank=tmp_path)
    assert path == tmp_path / LAB / "mean" / "a_mean_is_a_sum.py"
    slip = bank.read_slip(path)
    assert (slip.lab, slip.name, slip.slip) == (LAB, "mean", "a_mean_is_a_sum")
    assert (slip.idea, slip.hint) == ("A mean is a sum.", "Of how many?")
    assert {"test_mean"} <= slip.fails
    assert "ann" not in path.read_text()
    with pytest.raises(EntryProblem, match="exists already"):
        add_entry(lab, source, "A mean is a sum.", "Of how many?", name, bank=tmp_path)
    with pytest.raises(ClassError, match="no group"):
        answer_of_group(LAB, "mean:xyz", course)


def test_bank_add_says_how_it_is_called(capsys):
    assert main(["bank", "add", "lab1_dot"]) == 1
    assert "bank add LAB GROUP" in capsys.readouterr().err
