"""A class graded by nbgrader's own commands, as an instructor types them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from thorough import sample, thorough

from grading.authoring.source import source_notebook
from grading.demo import demo, hand_in
from grading.paths import NOTEBOOKS, ROOT, ClassError, lab_names
from grading.quality.bank import slips
from grading.records.points import scores

LABS = sample(lab_names(), 1)
NBGRADER = Path(sys.executable).parent / "nbgrader"


def nbgrader(course, *arguments):
    """Run nbgrader in the project's folder, where its configuration is, for the class `course`."""
    return subprocess.run(
        [NBGRADER, *arguments, f"--CourseDirectory.root={course}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": ""},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def own_answers(lab):
    return {cell.id: cell.source for cell in source_notebook(lab).cells}


@pytest.fixture(scope="module")
def course(all_labs, tmp_path_factory):
    """A class of four that handed in every lab, and one of them a broken file."""
    folder = shutil.copytree(all_labs, tmp_path_factory.mktemp("four") / "class")
    labs = LABS
    for lab in labs:
        wrong = slips(lab)[0]
        hand_in(folder, "right", lab, own_answers(lab))
        hand_in(folder, "blank", lab, {})
        hand_in(folder, "wrong", lab, own_answers(lab) | {wrong.name: wrong.source})
    broken = folder / "submitted" / "broken" / labs[0]
    broken.mkdir(parents=True)
    (broken / f"{labs[0]}.ipynb").write_text('{"cells": [')
    for lab in labs:
        nbgrader(folder, "autograde", lab)
    return folder


@pytest.mark.parametrize("lab", LABS)
def test_reference_solutions_get_full_marks_blank_ones_none_and_slips_what_they_deserve(
    course, lab
):
    found = {score.student: score for score in scores(lab, course)}
    # Written answers are part of the lab's points; nobody here has written one.
    marks = {cell.id: cell.metadata.get("nbgrader", {}) for cell in source_notebook(lab).cells}
    worth = {name: mark["points"] for name, mark in marks.items() if mark.get("grade")}
    points = {name: worth[name] for name in worth if name.startswith("test_")}
    assert found["right"].out_of == sum(worth.values()) > 0
    assert found["right"].written == 0
    assert found["right"].points == sum(points.values())
    assert found["blank"].points == 0
    assert set(found["wrong"].failed) == slips(lab)[0].fails
    assert found["wrong"].points == sum(points.values()) - sum(
        points[test] for test in slips(lab)[0].fails
    )


def test_a_broken_file_costs_nobody_else_anything_and_says_what_is_wrong(course):
    lab = LABS[0]
    found = {score.student: score for score in scores(lab, course)}
    assert {"right", "blank", "wrong", "broken"} <= set(found)
    assert found["broken"].points == 0
    notebook = nbformat.read(course / "autograded" / "broken" / lab / f"{lab}.ipynb", as_version=4)
    assert "damaged" in notebook.cells[0].source


def test_feedback_is_a_page_for_each_student(course):
    lab = LABS[0]
    answer = nbgrader(course, "generate_feedback", lab)
    assert answer.returncode == 0, answer.stderr
    for student in ("right", "blank", "wrong"):
        page = (course / "feedback" / student / lab / f"{lab}.html").read_text()
        assert "What was found" in page


@thorough
def test_an_unreleased_lab_is_refused_with_its_name(tmp_path):
    answer = nbgrader(tmp_path, "autograde", "lab1_dot")
    assert answer.returncode != 0
    assert "lab1_dot" in answer.stderr


def test_what_a_made_up_student_hands_in_has_no_mark_of_the_labs_own_text(tmp_path):
    shutil.copytree(NOTEBOOKS / "lab1_dot", tmp_path / "notebooks" / "lab1_dot")
    hand_in(tmp_path, "ada", "lab1_dot", own_answers("lab1_dot"))
    handed_in = (tmp_path / "submitted" / "ada" / "lab1_dot" / "lab1_dot.ipynb").read_text()
    assert "return np.sum(x * w)" in handed_in
    assert "SOLUTION" not in handed_in


def test_a_demo_of_a_lab_that_is_not_there_leaves_the_last_one(tmp_path):
    (tmp_path / "page.html").touch()
    with pytest.raises(ClassError, match="There is no lab 'lab9'"):
        demo(tmp_path, ["lab9"])
    assert (tmp_path / "page.html").exists()
