"""What lab 6 promises beyond the bank: its own numbers, true text, every right edge filter."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import approx_fprime

from grading.authoring.source import source_notebook
from grading.labfile import out_of_bounds
from grading.paths import ROOT
from grading.quality.bank import run_in_process
from lib.plotting import draw_row

LAB = "lab6_mnist_filters"


def test_the_three_filters_of_the_seeds_are_guessed_in_writing():
    marks = [cell.metadata.get("nbgrader", {}) for cell in source_notebook(LAB).cells]
    written = [m["grade_id"] for m in marks if m.get("grade") and m["solution"]]
    assert written == ["predict_edges", "predict_blur", "predict_sharpen"]


@pytest.mark.parametrize(
    "line",
    [
        "highest number: 2.97 at row 15, column 9, where the window holds\n",
        "lowest number: -2.97 at row 13, column 9, where the window holds\n",
        "[[1.0, 0, 0], [0, 1, 1]]   sum 7.00\n",
        "[[1.0, 0, 0], [0, 0.5, 1]]   sum 5.00\n",
        "best possible sum 3.00, in the 4 2.97\n",
        "[[  0. 153. 255.]\n [204. 102.   0.]]\n",
        "numbers from 0.00 to 7.22\n",
        "[[3. 6. 9.]\n [3. 6. 9.]]\n",
        "numbers from -0.52 to 1.52; the paper has 0.00\n",
        "a = 1:\n[[-1. -1. -1.]\n [-1. 17. -1.]\n [-1. -1. -1.]]\ndivided by 9\n",
        "a = 9:\n[[-1. -1. -1.]\n [-1.  9. -1.]\n [-1. -1. -1.]]\n",
        "the stack of feature maps: (8, 26, 26)\n",
        "after step 1: w = [0.3 0.  0.6] above zeros, map 1.5\n",
        "after step 2: w = [0.45 0.   0.9 ] above zeros, map 2.25\n",
        "after step 3: w = [0.525 0.    1.05 ] above zeros, map 2.625\n",
        "largest error in the map: 0.000000000\n",
        "sums of columns, true:    [0. 3. 6.]\n",
        "sums of columns, learned: [0. 3. 6.]\n",
    ],
)
def test_the_page_prints_the_numbers_that_its_text_tells(page, line):
    assert line in page[0]


def test_the_answers_to_the_guesses_about_slanted_edges_are_true(page):
    _, names = page
    maps = {
        line: names["activation_map"](names["sign"], w) for line, w in names["directions"].items()
    }
    upper_left, lower_right = (slice(3, 8), slice(3, 8)), (slice(18, 23), slice(18, 23))
    for corner in (upper_left, lower_right):  # there run the sides like "/"
        assert not maps["\\"][corner].any()
        assert np.abs(maps["/"][corner]).max() == 3
    bar, stroke = (slice(12, 18), slice(5, 13)), (slice(17, 23), slice(15, 22))
    sees = {
        line: [
            np.abs(names["activation_map"](names["four"], w)[part]).mean() for part in (bar, stroke)
        ]
        for line, w in names["directions"].items()
    }
    assert sees["|"][0] < sees["—"][0] / 3
    assert sees["—"][1] < sees["|"][1] / 3


def test_the_right_side_of_a_stroke_is_white_and_the_left_black(page):
    _, names = page
    stroke = np.zeros((8, 11))
    stroke[:, 4:7] = 1
    row = names["activation_map"](stroke, names["vertical_edge_filter"]())[3]
    assert list(np.sign(row)) == [0, 0, -1, -1, 0, 1, 1, 0, 0]


def test_paper_is_white_in_one_map_and_a_constant_map_is_black_wherever_it_is_shown(page):
    _, names = page
    white = [names["to_image"](A)[0, 0] == 255 for A in names["maps"]]
    assert white == [False] * 7 + [True]
    assert not names["flat"].any()
    (image, *_) = draw_row([np.full((5, 6), 7.0)], kinds="map").axes[0].images
    assert image.norm(7.0) == 0
    assert "(v - low) / (high - low))) : 0)" in (ROOT / "lib" / "web" / "view.js").read_text()


def test_text_picture_and_explorer_mean_one_filter_by_laplace(page):
    _, names = page
    expected = [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]
    np.testing.assert_allclose(names["laplace"], expected, atol=1e-12)
    figure = (ROOT / "figures" / "image_filters.py").read_text()
    assert f'"Laplacian",{expected}'.replace(" ", "") in "".join(figure.split())
    explorer = (ROOT / "lib" / "web" / "explorer.js").read_text()
    assert '(Laplace)": grid((i, j) => k ** 2 * middle(i, j) - 1)' in explorer


def test_on_the_page_the_filter_is_found_and_too_large_a_rate_explodes(page):
    _, names = page
    errors = [np.abs(w - names["secret"]).max() for w in names["learned"]]
    assert errors == sorted(errors, reverse=True)
    assert errors[-1] < 0.01
    start = names["losses"][1.0][0]
    slow, fast, far = (names["losses"][lr][-1] for lr in (0.1, 1.0, 2.1))
    assert start > 20 * slow > 1000 * fast
    assert far > 1000 * start


def test_the_rate_that_explodes_is_the_one_that_the_last_task_predicts(page):
    windows = np.lib.stride_tricks.sliding_window_view(page[1]["four"], (3, 3)).reshape(-1, 9)
    largest = np.linalg.eigvalsh(2 / len(windows) * windows.T @ windows)[-1]
    assert 1.0 < 2 / largest < 2.1


@given(
    arrays(float, (4, 5), elements=st.floats(-2, 2)),
    arrays(float, (2, 3), elements=st.floats(-2, 2)),
)
def test_a_step_goes_down_the_measured_slope_of_the_loss(page, X, A):
    _, names = page

    def loss(w):
        return np.mean((names["activation_map"](X, w.reshape(3, 3)) - A) ** 2)

    one, two = (names["learn_filter"](X, A, steps, 0.1) for steps in (1, 2))
    for before, after in ((np.zeros((3, 3)), one), (one, two)):
        slope = approx_fprime(before.ravel(), loss, 1e-6).reshape(3, 3)
        np.testing.assert_allclose(after, before - 0.1 * slope, atol=1e-4)


def verdicts_on_edge_filter(w):
    source = f"def vertical_edge_filter():\n    return np.array({np.asarray(w).tolist()})\n"
    verdicts = run_in_process(LAB, {"vertical_edge_filter": source})
    return {test for test, error in verdicts.items() if error is not None}


@pytest.mark.parametrize("seed", range(8))
def test_any_filter_that_keeps_the_three_promises_passes(seed):
    w = np.random.default_rng(seed).normal(size=(3, 3))
    w -= w.mean(axis=1, keepdims=True)  # no row answers to a horizontal edge
    left, _, right = w.sum(axis=0)
    w[:, 0] += 0.5 - left / 3
    w[:, 2] -= 0.5 + right / 3
    w[:, 1] = -w[:, 0] - w[:, 2]
    assert verdicts_on_edge_filter(w) == set()
    assert "test_vertical_edge_filter" in verdicts_on_edge_filter(-w)


@pytest.mark.parametrize(
    ("w", "failed"),
    [
        ([[0, 0, 0], [0, 0, 0], [0, 0, 0]], {"", "_two", "_flat", "_horizontal"}),
        ([[1, 0, -1], [1, 0, -1], [1, 0, -0.99]], {"", "_two", "_flat", "_horizontal"}),
        ([[1, 0, -1], [2, 0, -1], [1, 0, -2]], {"_horizontal"}),
        ([[1, -1, 0], [1, -1, 0], [1, -1, 0]], {"_two"}),
        ([[0, 1, -1], [0, 1, -1], [0, 1, -1]], {""}),
    ],
)
def test_a_filter_that_breaks_a_promise_fails_the_test_of_this_promise(w, failed):
    got = verdicts_on_edge_filter(np.array(w, float))
    assert got == {f"test_vertical_edge_filter{part}" for part in {*failed, "_untouched"}}


def verdicts_on_image(line):
    source = f"""
def to_image(A):
    A = A.astype(float)
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, np.uint8)
    s = 255 * ((A - low) / (high - low))
    return {line}
"""
    verdicts = run_in_process(LAB, {"to_image": source})
    return {test.removeprefix("test_to_image") for test, error in verdicts.items() if error}


@pytest.mark.parametrize(
    ("line", "failed"),
    [
        ("np.rint(s).astype(np.uint8)", set()),
        ("np.floor(s).astype(np.uint8)", set()),
        ("(s + 0.5).astype(np.uint8)", set()),
        ("np.interp(A, (low, high), (0, 255)).astype(np.uint8)", set()),
        ("np.ceil(s - 1e-9).astype(np.uint8)", {"_between", "_kinds", "_untouched"}),
        ("np.minimum(s, 254).astype(np.uint8)", {"_between", "_white", "_kinds", "_untouched"}),
        ("np.rint(s)", {"_uint8", "_kinds"}),
        ("np.rint(s).astype(int)", {"_uint8", "_kinds"}),
    ],
)
def test_greys_may_be_rounded_or_cut_off_and_each_other_slip_has_its_own_price(line, failed):
    assert verdicts_on_image(line) == failed


@pytest.mark.parametrize(
    ("slope", "kept"),
    [("2 / R.size", 5.0), ("1 / R.size", 3.75), ("2", 4.5), ("-2 / R.size", 0.0)],
    ids=["right", "no factor two", "a sum for the mean", "uphill"],
)
def test_what_is_right_of_a_gradient_is_paid_for(slope, kept):
    source = f"""
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr * {slope} * activation_map(X, R)
    return w
"""
    verdicts = run_in_process(LAB, {"learn_filter": source})
    worth = {
        cell.id: cell.metadata["nbgrader"]["points"]
        for cell in source_notebook(LAB).cells
        if cell.id.startswith("test_learn_filter") and not cell.id.endswith(("kinds", "untouched"))
    }
    assert sum(worth.values()) == 5
    assert sum(points for test, points in worth.items() if not verdicts[test]) == kept


def test_scipy_is_allowed_here_and_nowhere_else():
    assert out_of_bounds(LAB) == ()
    assert "scipy" in out_of_bounds("lab3_conv2d")


@pytest.mark.parametrize(
    ("filter_", "said"),
    [([[1, 0, -1]] * 3, "got a list of 3."), (None, "got None (is there a `return`?).")],
)
def test_a_filter_that_is_no_array_is_told_in_words(page, filter_, said):
    with pytest.raises(AssertionError) as error:
        page[1]["_is_a_filter"](filter_, "vertical_edge_filter()")
    assert str(error.value) == f"vertical_edge_filter(): expected a NumPy array, {said}"
