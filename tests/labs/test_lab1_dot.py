"""What lab 1 promises beyond the bank: its own numbers, its seed's call, fair points."""

import numpy as np
import pytest

from grading.authoring.source import source_notebook

LAB = "lab1_dot"


def test_the_check_is_called_as_in_the_seed():
    sources = [cell.source for cell in source_notebook(LAB).cells]
    call = "gradient_check(forward_f=square, backward_f=grad_square, x=x)"
    assert sum(call in source for source in sources) == 1


@pytest.mark.parametrize(
    "line",
    [
        "The nine products add up to 2.2\n",
        "1 + h in an array of integers: 1\n",
        "0.1 + h - 2h + h is 0.1: False\n",
        "the ravel of a transpose is a copy: True\n",
        "L = 2.5 a:  in the first corner 2, where 5 is right\n",
        "Twice the upstream gradient gives the same answer.",
        "measured slopes of |x|: [-1.    0.    0.25  1.  ]\n",
        "sits on a kink",
        "1000 + h equals 1000 in float32: True\n",
    ],
)
def test_the_page_prints_the_numbers_that_its_text_tells(page, line):
    assert line in page[0]


def test_the_plot_shows_the_orders_that_the_text_derives(page):
    _, names = page
    steps = names["steps"]
    middle = (steps > 1e-4) & (steps < 1e-2)
    for errors, order in ((names["one_sided"], 1), (names["central"], 2)):
        slope, _ = np.polyfit(np.log(steps[middle]), np.log(errors[middle]), 1)
        assert slope == pytest.approx(order, abs=0.02)
    near = np.argmin(np.abs(steps - 1e-5))
    assert names["central"][near] < 1e-10
    assert names["one_sided"][near] > 1e-6
