"""What lab 1 promises beyond the bank: its own numbers, its seed's call, fair points."""

import contextlib
import io
from collections import defaultdict

import matplotlib.pyplot as plt
import numpy as np
import pytest

from grading.authoring.source import source_notebook
from grading.quality.bank import run_in_process

LAB = "lab1_dot"


@pytest.fixture(autouse=True)
def _no_figures_left():
    plt.switch_backend("Agg")
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def page():
    """What the solved notebook prints, in order, and the names that it leaves."""
    plt.switch_backend("Agg")
    printed, namespace = io.StringIO(), {"__name__": "__main__"}
    with contextlib.redirect_stdout(printed):
        for cell in source_notebook(LAB).cells:
            if cell.cell_type == "code":
                exec(compile(cell.source, cell.id, "exec"), namespace)
    plt.close("all")
    return printed.getvalue(), namespace


def test_the_check_is_called_as_in_the_seed():
    sources = [cell.source for cell in source_notebook(LAB).cells]
    call = "gradient_check(forward_f=square, backward_f=grad_square, x=x)"
    assert sum(call in source for source in sources) == 1


def test_mathematics_carries_four_fifths_of_the_points_of_every_name():
    fine_print = ("kinds", "layouts", "untouched")
    points, fine = defaultdict(float), defaultdict(float)
    for cell in source_notebook(LAB).cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("grade") and not mark["solution"]:
            _, word, rest = mark["grade_id"].split("_", 2)
            name = f"{word}_{rest.split('_')[0]}"
            points[name] += mark["points"]
            fine[name] += mark["points"] * rest.endswith(fine_print)
    assert set(points) == {"dot_forward", "dot_backward", "numerical_gradient"}
    assert all(fine[name] <= points[name] / 5 for name in points)


@pytest.mark.parametrize("seed", [1, 17, 30, 2**31])
def test_right_solutions_pass_whatever_the_seed(monkeypatch, seed):
    monkeypatch.setenv("CHECKING_SEED", str(seed))
    assert not any(run_in_process(LAB).values())


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
