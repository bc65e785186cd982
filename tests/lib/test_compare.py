"""check_equal accepts what is right, and nothing that only looks like it."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.ultratb import FormattedTB

from lib.compare import array_text, check_equal, check_gradients, describe, entry, rng

GRID = np.arange(1.0, 7).reshape(2, 3)


class Agrees(np.ndarray):
    """Says yes to every question."""

    def __eq__(self, other):
        return np.True_

    def __array_ufunc__(self, ufunc, method, *args, **kwargs):
        return np.zeros((2, 3)) if ufunc is not np.isfinite else np.ones((2, 3), bool)


class Pretends(np.ndarray):
    """Has the shape that is wanted, or none."""

    shape = property(lambda self: (2, 3))
    ndim = property(lambda self: 0)


class AgreesNumber(float):
    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return 0.0

    def __hash__(self):
        return 0


RIGHT = {  # got, expected, options
    "int": (3, 3, {}),
    "float for an int": (3.0, 3, {}),
    "int for a float": (2, 2.0, {}),
    "float32 number for a gradient": (np.float32(0.5), 0.5, {"gradient": True}),
    "NumPy float": (np.float32(0.5), 0.5, {}),
    "0-d array": (np.array(0.5), 0.5, {}),
    "NumPy int as int": (np.int8(3), 3, {"dtype": int}),
    "uint as int": (np.uint64(3), 3, {"dtype": int}),
    "array": (GRID, GRID.tolist(), {}),
    "Fortran order": (np.asfortranarray(GRID), GRID, {}),
    "floats for ints": (GRID, GRID.astype(int), {}),
    "ints for ints": (GRID.astype(int), GRID.astype(int), {}),
    "float32 where it may": (GRID.astype(np.float32) / 3, GRID / 3, {"rtol": 1e-5}),
    "nearly": (GRID * (1 + 1e-10), GRID, {}),
    "near zero beside large": (np.array([1e-10, 1.0]), [0.0, 1.0], {}),
    "tuple": ((GRID, 2.0), (GRID, 2.0), {}),
    "list for a tuple": ([GRID, 2.0], (GRID, 2.0), {}),
    "dict in any order": ({"w": 1.0, "x": GRID}, {"x": GRID, "w": 1.0}, {}),
    "nested": ({"x": (1.0, [2.0])[:1]}, {"x": (1.0,)}, {}),
    "np.matrix of the right values": (GRID.view(np.matrix), GRID, {}),
}
WRONG = {  # got, expected, options, what the message says
    "value": (np.array([1.0, 2.5]), [1.0, 2.0], {}, r"r\[1\]: expected 2, got 2.5; 1 of 2 values"),
    "number": (3.5, 3, {}, r"r: expected 3, got 3\.5\.$"),
    "relative to the largest": (GRID + 1e-8, GRID, {}, "6 of 6 values differ"),
    "0 for 1e-9": (0.0, 1e-9, {}, "expected 1e-09, got 0"),
    "1e-9 for 0": (1e-9, 0.0, {}, "expected 0, got 1e-09"),
    "zeros for tiny ones": (np.zeros(2), [1e-9, 2e-9], {}, r"r\[0\]: expected 1e-09"),
    "nan": (np.array([1.0, np.nan]), [1.0, 2.0], {}, r"r\[1\] is nan: expected a finite number"),
    "nan for nan": (np.nan, np.nan, {}, "finite"),
    "inf for inf": (np.array([np.inf]), [np.inf], {}, "finite"),
    "scalar for a matrix": (2.0, np.full((2, 2), 2.0), {}, r"shape \(2, 2\), got the float 2.0"),
    "0-d for a matrix": (np.array(2.0), np.full((2, 2), 2.0), {}, "0-D instead of 2-D"),
    "one row for a matrix": (np.ones((1, 3)), np.ones((2, 3)), {}, "one too short"),
    "matrix for a scalar": (np.ones((2, 2)), 1.0, {}, r"single number, got an array of shape"),
    "1-element array": (np.ones(1), 1.0, {}, r"got an array of shape \(1,\)"),
    "None": (None, 1.0, {}, r"got None \(is there a `return`\?\)"),
    "string": ("1", 1.0, {}, "got a str"),
    "bool": (True, 1, {}, "got a bool"),
    "NumPy bool": (np.True_, 1, {}, "got a bool"),
    "complex": (1 + 0j, 1.0, {}, "real numbers, got dtype complex128"),
    "bools": (np.ones(2, bool), [1, 1], {}, "real numbers, got dtype bool"),
    "objects": (np.ones(2, object), [1, 1], {}, "real numbers, got dtype object"),
    "list": ([1.0, 2.0], [1.0, 2.0], {}, r"NumPy array of shape \(2,\), got a list of 2"),
    "ints for floats": (np.ones(2, int), np.ones(2), {}, "Integers cut off everything after"),
    "float for int": (2.0, 2, {"dtype": int}, "expected an int, got the float 2.0"),
    "float32": (
        GRID.astype("f4"),
        GRID,
        {"dtype": np.float64},
        "has dtype float32 and should have float64",
    ),
    "float32 for float64": (GRID.astype("f4") / 3, GRID / 3, {}, "differ"),
    "swapped": (GRID.T, GRID, {}, r"\(2, 3\), got \(3, 2\): have rows and columns swapped"),
    "swapped maps": (np.ones((5, 2, 3)), np.ones((5, 3, 2)), {}, "have the last two axes swapped"),
    "one too short": (np.ones(3), np.ones(4), {}, "one too short"),
    "one too long": (np.ones((3, 5)), np.ones((2, 4)), {}, "one too long"),
    "other shape": (np.ones((2, 9)), np.ones((2, 4)), {}, r"got \(2, 9\)\.$"),
    "another rank": (np.ones((1, 3)), np.ones(3), {}, "2-D instead of 1-D"),
    "empty": (np.ones((0, 3)), np.ones((2, 3)), {}, r"got \(0, 3\)"),
    "transposed": (np.array([[1.0, 2], [3, 4]]).T, [[1.0, 2], [3, 4]], {}, "2 of 4 values differ"),
    "no tuple": (1.0, (1.0, 2.0), {}, "expected a tuple of 2 results, got the float 1.0"),
    "too few": ((1.0,), (1.0, 2.0), {}, "expected 2 results, got 1"),
    "in a tuple": (
        (GRID, 2 * GRID),
        (GRID, GRID),
        {},
        r"r: the second of 2 at \[0, 0\]: expected 1",
    ),
    "no dict": (GRID, {"x": GRID}, {}, "a dict with the key 'x', got an array"),
    "missing key": ({"x": 1.0}, {"x": 1.0, "w": 2.0}, {}, "keys 'x' and 'w', got 'x'"),
    "extra key": ({"x": 1.0, "dx": 1.0}, {"x": 1.0}, {}, "the key 'x', got 'x' and 'dx'"),
    "in a dict": ({"x": -GRID}, {"x": GRID}, {}, r"r\['x'\] at \[0, 0\]: expected 1, got -1"),
    "says yes": ((GRID + 1).view(Agrees), GRID, {}, "6 of 6 values differ"),
    "pretends its shape": (np.ones((1, 3)).view(Pretends), np.ones((2, 3)), {}, r"got \(1, 3\)"),
    "pretends to be a number": (np.ones((2, 3)).view(Pretends), 1.0, {}, "single number"),
    "number that says yes": (AgreesNumber(5), 1.0, {}, "expected 1, got 5"),
    "masked": (np.ma.array(GRID + 1, mask=True), GRID, {}, "6 of 6 values differ"),
    "np.matrix": ((GRID + 1).view(np.matrix), GRID, {}, "6 of 6 values differ"),
    "matrix for a row": (np.ones(2).view(np.matrix), [1.0, 2.0], {}, "2-D instead of 1-D"),
}


@pytest.mark.parametrize(("got", "expected", "options"), RIGHT.values(), ids=RIGHT)
def test_what_is_right_passes(got, expected, options):
    check_equal(got, expected, "r", **options)


@pytest.mark.parametrize(("got", "expected", "options", "says"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_fails_and_the_message_says_why(got, expected, options, says):
    with pytest.raises(AssertionError, match=says) as error:
        check_equal(got, expected, "r", **options)
    assert str(error.value).startswith("r")


@pytest.mark.parametrize("expected", [[], (), {}, np.ones((0, 2)), {"x": []}])
def test_a_comparison_with_nothing_is_refused(expected):
    with pytest.raises(ValueError, match="proves nothing"):
        check_equal(expected, expected)


numbers = st.floats(-1e9, 1e9).filter(lambda v: abs(v) > 1e-9)


@given(st.lists(numbers, min_size=1, max_size=6), st.data())
def test_the_tolerance_is_relative_to_the_largest_expected_magnitude(values, data):
    expected, i = np.array(values), data.draw(st.integers(0, len(values) - 1))
    for size, passes in ((0.9e-9, True), (1.2e-9, False)):
        got = expected.copy()
        got[i] += size * np.abs(expected).max()
        if passes:
            check_equal(got, expected)
        else:
            with pytest.raises(AssertionError, match=rf"\[{i}\]"):
                check_equal(got, expected)


def test_gradients_must_be_float64():
    check_gradients({"x": GRID, "w": 1.0}, {"x": GRID, "w": 1})
    for kind in ("f4", int):
        with pytest.raises(AssertionError, match=r"f: dx has dtype .* and should have float64"):
            check_gradients({"x": GRID.astype(kind), "w": 1.0}, {"x": GRID, "w": 1}, "f")
    check_equal(GRID.astype(int), GRID.astype(int))  # the twin: what is no gradient may be int


def test_a_gradient_that_is_a_number_may_be_of_any_real_kind():
    for number in (1, 1.0, np.float32(1), np.int64(1), np.array(1.0)):
        check_gradients({"w": number}, {"w": 1})
    for wrong in (1j, True, np.ones(1), 1.5):
        with pytest.raises(AssertionError):
            check_gradients({"w": wrong}, {"w": 1})


def test_a_small_array_is_shown_and_a_large_one_is_not():
    for n, shown in ((2, True), (100, False)):
        with pytest.raises(AssertionError) as error:
            check_equal(np.zeros(n), np.ones(n), "conv(x)")
        assert str(error.value).startswith("conv(x) at [0]: expected 1, got 0;")
        assert ("\nexpected:    got:\n[1. 1.]      [0. 0.]" in str(error.value)) == shown


def test_no_message_speaks_of_minus_zero():
    with pytest.raises(AssertionError) as error:
        check_equal(np.array([1.0, -1e-17]), np.array([-0.0, 2.0]), "r")
    assert "r[0]: expected 0, got 1;" in str(error.value)
    assert "\nexpected:    got:\n[0. 2.]      [1. 0.]" in str(error.value)


def test_a_notebooks_traceback_shows_the_callers_line_and_one_place_of_ours():
    with pytest.raises(AssertionError) as error:
        check_gradients({"x": (GRID,)}, {"x": (2 * GRID,)}, "f(x)")
    text = FormattedTB(mode="Context").text(error.type, error.value, error.tb)
    files = re.findall(r"^File .*?(\w+\.py)", re.sub(r"\x1b\[[\d;]*m", "", text), re.M)
    assert files == ["test_compare.py", "compare.py"]


def test_values_and_places_are_named_as_one_would_say_them():
    values = (None, GRID, 2, [1], "a", {}, np.float64(1.5), GRID > 2)
    said = (
        "None, an array of shape (2, 3), the int 2, a list of 1, a str, a dict, the float64 1.5, "
        "a bool array of shape (2, 3)"
    )
    assert re.sub(r" \(is .*?\)", "", ", ".join(map(describe, values))) == said
    assert entry("w", (1, 0)) == "w[1, 0]"
    assert entry("f(w)", (1,)) == "f(w) at [1]"
    assert entry("f(x, w): dw", (1,)) == "f(x, w): dw[1]"
    assert entry("z", ()) == "z"


def test_the_same_random_numbers_come_each_time_unless_another_seed_is_set(monkeypatch):
    monkeypatch.delenv("CHECKING_SEED", raising=False)
    first, again = rng().random(), rng().random()
    monkeypatch.setenv("CHECKING_SEED", "7")
    assert first == again != rng().random()


def test_tiny_numbers_are_not_shown_as_zeros_and_others_keep_five_decimals():
    assert array_text(np.array([0.0, 2.5e-7, -1e-15])) == "[0.0e+00 2.5e-07 0.0e+00]"
    assert array_text(np.array([1.0, 2.5e-7, -1e-15])) == "[1. 0. 0.]"
    assert array_text(np.array([0.0, -0.0])) == "[0. 0.]"
    assert array_text(np.array([np.nan, 0.5, np.inf])) == "[nan 0.5 inf]"
    assert array_text(np.array([[3, 0]])) == "[[3 0]]"
