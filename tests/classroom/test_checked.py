"""What comes from another machine counts only if it can be the result of that very job."""

import json
from concurrent.futures import Future

import pytest
import tiny
from tiny import FULL, LAB, POINTS, answered, hand_in, in_gradebook, make_course

from grading.classroom.autograde import autograde
from grading.classroom.checked import as_text, checked
from grading.classroom.processes import Graders
from grading.engine.model import Job
from grading.records.instructor import instructors_notebook
from grading.records.nbgrader import nbgrader_api


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("class"))
    for student in ("ann", "bob"):
        hand_in(course, student, answered(course, double=tiny.ANSWERS["double"]))
    return course


@pytest.fixture(scope="module")
def job(course):
    path = course / "submitted" / "ann" / LAB / f"{LAB}.ipynb"
    teacher = instructors_notebook(nbgrader_api(course), LAB)
    return Job(LAB, "ann", ((path.name, path.read_bytes()),), teacher, seed=3)


@pytest.fixture(scope="module")
def honest(job):
    graders = Graders()
    try:
        return graders.grade(job)
    finally:
        graders.close()


def test_an_honest_result_comes_through_as_it_is(job, honest):
    back = checked(as_text(honest), job)
    assert (back.tests, back.answered, back.remarks) == (honest.tests, honest.answered, ())
    assert json.loads(back.notebook) == json.loads(honest.notebook)


def other_student(content):
    content["student"] = "bob"


def other_seed(content):
    content["seed"] = 4


def more_points(content):
    content["tests"]["test_mean"]["score"] = 100.0


def fewer_than_none(content):
    content["tests"]["test_mean"]["score"] = -1.0


def points_that_are_no_number(content):
    content["tests"]["test_mean"]["score"] = float("nan")


def worth_more(content):
    content["tests"]["test_mean"].update(score=50.0, out_of=50.0)


def a_further_one(content):
    content["tests"]["test_bonus"] = {"score": 1.0, "out_of": 1.0, "why": ""}


def one_less(content):
    del content["tests"]["test_mean"]


def no_notebook(content):
    content["notebook"] = "{}"


def another_test_in_the_notebook(content):
    content["notebook"] = content["notebook"].replace("double(3) == 6", "double(3) == 7")


def remarks_by_the_thousand(content):
    content["remarks"] = ["odd"] * 5_000


def a_list_of_tests(content):
    content["tests"] = []


LIES = [
    other_student, other_seed, more_points, fewer_than_none, points_that_are_no_number,
    worth_more, a_further_one, one_less, no_notebook, another_test_in_the_notebook,
    remarks_by_the_thousand, a_list_of_tests,
]  # fmt: skip


def told(honest, lie):
    content = json.loads(as_text(honest))
    lie(content)
    return json.dumps(content)


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_refused(job, honest, lie):
    with pytest.raises(ValueError, match=r".+"):
        checked(told(honest, lie), job)


@pytest.mark.parametrize("odd", [None, 3, "", "[]", "null", "[" * 100_000, b"{}", {"lab": LAB}])
def test_what_is_no_result_is_refused(job, odd):
    with pytest.raises(ValueError, match=r".+"):
        checked(odd, job)


def test_an_object_is_refused_even_if_it_is_a_result(job, honest):
    with pytest.raises(ValueError, match="not text"):
        checked(honest, job)


def test_of_outputs_only_text_and_pictures_stay(job, honest):
    content = json.loads(as_text(honest))
    notebook = json.loads(content["notebook"])
    cell = next(c for c in notebook["cells"] if c["cell_type"] == "code")
    data = {"text/html": "<script>1</script>", "text/plain": "fine"}
    cell["outputs"] = [{"output_type": "display_data", "data": data, "metadata": {}}]
    content["notebook"] = json.dumps(notebook)
    back = checked(json.dumps(content), job)
    assert "script" not in back.notebook
    assert "fine" in back.notebook


class Liar:
    """An executor that answers at once, of one student with a lie."""

    def __init__(self, lie):
        self.lie, self.graders = lie, Graders()

    def submit(self, function, job, engine):
        done = Future()
        result = self.graders.grade(job)
        done.set_result(told(result, self.lie) if job.student == "bob" else as_text(result))
        return done


def test_a_machine_that_lies_costs_a_submission_its_grade_and_nobody_else_anything(course):
    liar = Liar(more_points)
    try:
        done = autograde(LAB, course=course, executor=liar, jobs=2, say=lambda line: None)
    finally:
        liar.graders.close()
    scores = in_gradebook(course, LAB)
    assert scores["ann"] == POINTS | {"test_mean": 0, "test_spread": 0}
    assert sum(scores["ann"].values()) < FULL
    assert not any(scores["bob"].values())
    (remark,) = next(r.remarks for r in done.graded if r.student == "bob")
    assert "more points than it is worth" in remark
