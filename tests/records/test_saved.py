"""What formgrader's page of a submission saves goes to the answer that stood on it, or nowhere."""

import pytest
from nbgrader.api import MissingEntry
from quick import grade
from tiny import LAB, answered, hand_in

from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_works
from grading.records.questions import Changed
from grading.records.saved import answers_shown, save_comment, save_points


@pytest.fixture
def api(course):
    grade(course)
    return nbgrader_api(course)


def opened_page(gradebook, student="ann"):
    """What stands on the page: rows as formgrader lists them, by cell; points and comments."""
    found = gradebook.find_submission_notebook(LAB, LAB, student)
    shown = answers_shown(gradebook.db, found)
    return tuple(
        {row.name: row.to_dict() | {"answer": shown[row.name]} for row in rows}
        for rows in (found.grades, found.comments)
    )


def another(course, **answers):
    hand_in(course, "ann", answered(course, **answers))
    grade(course)


OLD = {"double": "RIGHT", "mean": "RIGHT", "spread": "RIGHT", "why": "Yes"}


def test_a_page_of_what_is_graded_saves_as_nbgraders_does(course, api):
    with api.gradebook as gradebook:
        grades, comments = opened_page(gradebook)
        row = grades["why"]
        back = save_points(gradebook, row["id"], row | {"manual_score": 0.5, "extra_credit": 0.25})
        assert (back["manual_score"], back["extra_credit"]) == (0.5, 0.25)
        assert not back["needs_manual_grade"]
        save_comment(gradebook, comments["why"]["id"], comments["why"] | {"manual_comment": "Why?"})
        row = grades["test_mean"]
        save_points(gradebook, row["id"], row | {"manual_score": 1})
        back = save_points(gradebook, grades["why"]["id"], grades["why"])  # taken back
        assert back["needs_manual_grade"]
    (work,) = read_works(api, LAB, ["ann"])
    assert work.points["test_mean"] == 1
    assert work.points["why"] is None
    assert work.comments["why"] == "Why?"


@pytest.mark.parametrize("cell", ["why", "test_mean", "test_spread"])
def test_points_for_an_answer_that_has_changed_since_are_refused(course, api, cell):
    with api.gradebook as gradebook:
        grades, comments = opened_page(gradebook)
        another(course, double="RIGHT", mean="other", spread="other", why="No")
        before = read_works(api, LAB, ["ann"])
        with pytest.raises(Changed, match="Nothing was saved"):
            save_points(gradebook, grades[cell]["id"], grades[cell] | {"manual_score": 1})
        about = cell.removeprefix("test_")
        said = comments[about] | {"manual_comment": "Well done"}
        with pytest.raises(Changed):
            save_comment(gradebook, comments[about]["id"], said)
        assert read_works(api, LAB, ["ann"]) == before
        grades, _ = opened_page(gradebook)  # loaded again
        save_points(gradebook, grades[cell]["id"], grades[cell] | {"manual_score": 1})
    assert read_works(api, LAB, ["ann"])[0].points[cell] == 1


def test_points_for_what_has_not_changed_are_saved_whatever_else_is_another(course, api):
    with api.gradebook as gradebook:
        grades, _ = opened_page(gradebook)
        another(course, **OLD | {"mean": "another RIGHT"})
        for cell in ("why", "test_double"):
            save_points(gradebook, grades[cell]["id"], grades[cell] | {"manual_score": 1})
        with pytest.raises(Changed):
            save_points(gradebook, grades["test_mean"]["id"], grades["test_mean"])
    points = read_works(api, LAB, ["ann"])[0].points
    assert (points["why"], points["test_double"], points["test_mean"]) == (1, 1, 3)


def test_an_answer_that_has_come_back_is_the_one_that_was_read(course, api):
    with api.gradebook as gradebook:
        grades, _ = opened_page(gradebook)
        another(course, **OLD | {"why": "No"})
        another(course, **OLD)
        save_points(gradebook, grades["why"]["id"], grades["why"] | {"manual_score": 1})
    assert read_works(api, LAB, ["ann"])[0].points["why"] == 1


def test_whoever_does_not_say_what_was_read_saves_as_with_nbgrader(course, api):
    with api.gradebook as gradebook:
        grades, _ = opened_page(gradebook)
        save_points(gradebook, grades["why"]["id"], {"manual_score": 1})
        with pytest.raises(MissingEntry):
            save_points(gradebook, "none", {"manual_score": 1})
    assert read_works(api, LAB, ["ann"])[0].points["why"] == 1
