"""A lab that is not there yet is released; a name that is no lab's is not."""

import pytest
from tiny import LAB, make_course

from grading.records.instructor import UnknownLab, instructors_notebook
from grading.records.nbgrader import nbgrader_api


def test_only_a_lab_of_ours_is_to_be_released(tmp_path):
    api = nbgrader_api(make_course(tmp_path))
    assert instructors_notebook(api, LAB)
    with pytest.raises(UnknownLab, match="run `python -m grading release lab1_dot`"):
        instructors_notebook(api, "lab1_dot")
    with pytest.raises(
        UnknownLab, match=r"There is no lab 'ada'\. The labs are: lab1_dot, .*, tiny"
    ):
        instructors_notebook(api, "ada")
