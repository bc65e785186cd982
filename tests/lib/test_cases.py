"""A batch of cases is asked in one go, and the first wrong one is shown in the student's words."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.interactiveshell import InteractiveShell

from lib.cases import (
    case,
    check_backward,
    check_cases,
    check_forward,
    check_one_of,
    same_layout,
)
from lib.compare import Shares, check_equal
from lib.play import Filled, Step, play

X = np.arange(6.0).reshape(2, 3)


class Scale:
    """A right layer; subclasses make the slips."""

    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w

    def backward(self, da):
        return da * float(self.w), np.dot(da, self.x)


class Pool:
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size

    def forward(self, x):
        starts = range(0, len(x) - self.size + 1, self.stride)
        return np.array([x[t : t + self.size].max() for t in starts])


def dot_backward(x, w, da=1.0):
    return {"x": da * w, "w": da * x}


def says(check, *args, **options):
    with pytest.raises(AssertionError) as error:
        check(*args, **options)
    return str(error.value)


def test_right_answers_pass_in_functions_and_layers():
    check_cases(dot_backward, case(X, X + 1, da=2.0, gives={"x": 2 * X + 2, "w": 2 * X}))
    check_cases(dot_backward, case(X, X + 1, gives=X + 1), of="x")
    check_forward(Pool, case([1, 4, 2, 8], size=2, gives=[4, 8]))
    check_forward(Pool, case([1, 4, 2, 8], size=2, stride=1, gives=[4, 4, 8]))
    check_backward(Scale, case([1, 2], 3.0, dout=[1, 1], gives=([3, 3], 3)))
    check_backward(Scale, case([1, 2], 3.0, dout=[1, 1], gives=3), of="dw")


def test_the_message_names_the_call_and_the_gradient_as_the_student_does():
    text = says(check_cases, dot_backward, case(X, X, da=2.0, gives=X), of="x")
    assert "da=2.0): dx[0, 1]: expected 1, got 2; 5 of 6 values differ." in text
    text = says(check_backward, Scale, case([1, 2], 3.0, dout=[1, 1], gives=([3, 3], 4)))
    assert text == "Scale().forward([1, 2], 3.0), backward([1, 1]): dw: expected 4, got 3."
    text = says(check_forward, Pool, case([1, 4, 2], size=2, gives=[4, 2]))
    assert text.startswith("Pool(size=2).forward([1, 4, 2]): expected shape (2,), got (1,)")


def test_small_arguments_that_do_not_fit_into_the_call_stand_below_it():
    text = says(check_cases, np.add, case(X / 7, X / 3, gives=X))
    assert "with\nx1 =" in text or "with\nargument 1 =" in text
    large = np.zeros((20, 30))
    assert says(check_cases, np.add, case(large, large, gives=large + 1)).count("\n") < 3


def test_one_gradient_is_judged_without_the_other():
    def half(x, w):
        return {"x": w}

    check_cases(half, case(X, X + 1, gives=X + 1), of="x")
    assert "the dict has no key 'w', it has 'x'" in says(
        check_cases, half, case(X, X, gives=X), of="w"
    )


def test_the_first_wrong_case_is_shown_and_all_are_asked():
    asked = []

    def f(n):
        asked.append(n)
        return n

    text = says(check_cases, f, case(1, gives=1), case(2, gives=3), case(4, gives=5))
    assert text == "f(2): expected 3, got 2."
    assert asked == [1, 2, 4]


def test_a_case_that_raises_does_not_hide_an_earlier_wrong_one():
    def f(n):
        return 1 / n

    assert "f(2): expected 1" in says(check_cases, f, case(2, gives=1), case(0, gives=1))
    with pytest.raises(ZeroDivisionError) as error:
        check_cases(f, case(1, gives=1), case(0, gives=1))
    assert error.value.__notes__ == ["raised by f(0), which should give 1"]
    with pytest.raises(TypeError) as error:  # only a number is short enough to be said
        check_cases(f, case([1], gives=[1]), case("a", gives=[1]))
    assert error.value.__notes__ == ["raised by f('a')"]


def test_errors_alone_are_no_answer():
    def always(n):
        raise ValueError(n)

    with pytest.raises(ValueError, match="Ask for a right answer too"):
        check_cases(always, case(0, raises=ValueError))
    with pytest.raises(ValueError, match="5"):
        check_cases(always, case(0, raises=ValueError), case(5, gives=5))
    assert "f(0) should raise ValueError, and returned the int 0" in says(
        check_cases, lambda_named("f", lambda n: n), case(1, gives=1), case(0, raises=ValueError)
    )
    with pytest.raises(TypeError, match=r"gives=\.\.\."):
        case(0)


@pytest.mark.parametrize(
    ("returned", "said"),
    [
        (None, 'None (write `raise ValueError("...")`; printing is not enough)'),
        (ValueError, "ValueError itself (`raise`, not `return`)"),
        (ValueError("n"), "a ValueError (`raise`, not `return`)"),
        (0.5, "the float 0.5"),
        (int, "a type"),
    ],
)
def test_what_is_returned_in_place_of_an_error_is_told_with_how_one_raises(returned, said):
    f = lambda_named("f", lambda n: n if n else returned)
    assert says(check_cases, f, case(1, gives=1), case(0, raises=ValueError)) == (
        f"f(0) should raise ValueError, and returned {said}."
    )


def test_another_error_is_told_with_its_words_if_it_has_any():
    def f(n):
        if n == 0:
            raise AssertionError
        if n == 1:
            raise OSError(f"no file {n}")
        return n

    right = case(2, gives=2)
    assert says(check_cases, f, right, case(0, raises=ValueError)) == (
        "f(0) should raise ValueError, and raised AssertionError"
    )
    assert says(check_cases, f, right, case(1, raises=ValueError)) == (
        "f(1) should raise ValueError, and raised OSError: no file 1"
    )


def lambda_named(name, f):
    f.__name__ = name
    return f


def test_an_argument_that_is_changed_is_fresh_again_in_the_next_case():
    x = np.ones(3)

    def f(x):
        x += 1
        return x.copy()

    check_cases(f, case(x, gives=[2, 2, 2]), case(x, gives=[2, 2, 2]))
    assert (x == 1).all()


def test_one_buffer_for_all_results_does_not_spoil_the_earlier_ones():
    buffer = np.zeros(1)

    def f(x):
        buffer[:] = x
        return buffer

    check_cases(f, case(1.0, gives=[1]), case(2.0, gives=[2]))
    says(check_cases, f, case(1.0, gives=[2]), case(2.0, gives=[2]))


@given(st.integers(1, 4), st.integers(1, 4), st.sampled_from([1, -1, 2, -2]), st.booleans())
def test_a_copy_has_the_layout_of_the_original(rows, columns, step, turned):
    large = np.arange(float(3 * rows * 2 * columns)).reshape(3 * rows, -1)[::step, ::step]
    view = large.T if turned else large
    copy = same_layout(view)
    assert np.array_equal(copy, view)
    assert copy.strides == view.strides
    assert not np.shares_memory(copy, view)


def test_inputs_of_float32_allow_for_their_rounding():
    x = np.array([0.1, 0.2, 0.3])
    third = x.astype(np.float32)
    check_cases(np.sum, case(third, gives=0.6))
    says(check_cases, np.sum, case(x.astype(np.float16).astype(float), gives=0.6))


# --- ties --------------------------------------------------------------------------------------


@given(st.lists(st.floats(0, 1), min_size=2, max_size=5), st.floats(0.1, 5))
def test_any_shares_of_the_winners_are_right(parts, total):
    shares = np.array(parts) + 1e-3
    got = np.append(total * shares / shares.sum(), 0.0)
    for sign in (1, -1):
        check_equal(sign * got, Shares(got.shape, [(np.arange(len(parts)), sign * total)]))


WRONG_SHARES = {
    "all to each": ([0, 2, 2], r"winners at \[1\], \[2\] got 2, 2. These shares sum to 4 and sh"),
    "nobody": ([0, 0, 0], "sum to 0 and should to 2"),
    "a negative share": ([0, 3, -1], r"dh\[1\] got more|dh\[2\] is -1: a share has the sign"),
    "a loser": ([1, 0.5, 0.5], r"dh\[0\] wins nothing: expected 0, got 1"),
    "shape": ([0, 2], "expected shape"),
    "not finite": ([0, np.nan, 2], "finite"),
}


@pytest.mark.parametrize(("got", "why"), WRONG_SHARES.values(), ids=WRONG_SHARES)
def test_wrong_shares_are_refused_in_words(got, why):
    with pytest.raises(AssertionError, match=why):
        check_equal(np.array(got, dtype=float), Shares((3,), [([1, 2], 2.0)]), "dh")


def test_a_place_that_wins_two_windows_gets_both():
    shares = Shares((3,), [([0, 1], 1.0), ([1, 2], 1.0)])
    for right in ([1, 0, 1], [0, 2, 0], [0.5, 1, 0.5]):
        check_equal(np.array(right, dtype=float), shares)
    for wrong in ([1, 1, 1], [0, 1, 0], [2, 0, 0]):
        with pytest.raises(AssertionError):
            check_equal(np.array(wrong, dtype=float), shares)
    check_backward(Half, case([1, 3, 3], dout=2.0, gives=Shares((3,), [([1, 2], 2.0)])))


class Half:
    def forward(self, h):
        self.h = h
        return h.max()

    def backward(self, dz):
        return dz * (self.h == self.h.max()) / np.sum(self.h == self.h.max())


# --- the play ----------------------------------------------------------------------------------


def test_steps_speak_of_earlier_results_and_a_failed_one_stops_only_those_that_need_it():
    steps = [
        Step(Scale),
        Step(0, (X, 2.0), method="forward"),
        Step(0, (Filled(1, 0.5),), method="backward"),
        Step(len, (3,)),
        Step(3, (), method="copy"),
        Step(len, ([1],)),
    ]
    outcomes = list(play(steps))
    assert np.array_equal(outcomes[1][0], 2 * X)
    assert [type(error).__name__ for _, error in outcomes[3:]] == ["TypeError"] * 2 + ["NoneType"]
    assert outcomes[4][1] is outcomes[3][1]
    assert outcomes[5][0] == 1


def test_a_play_is_handed_to_what_stands_for_code_elsewhere():
    class Far:
        def __play__(self, steps):
            for step in steps:
                yield sum(step.args), None

    far = Far()
    assert list(play([Step(far, (1, 2)), Step(far, (3,))])) == [(3, None), (3, None)]


# --- in a notebook -----------------------------------------------------------------------------


def test_the_message_stands_first_and_no_line_of_the_library_above_it():
    shell = InteractiveShell.instance()
    shown = []
    shell._showtraceback = lambda kind, error, lines: shown.extend(lines)
    try:
        shell.run_cell(
            "from lib.cases import case, check_cases\n"
            "def double(x):\n    return x\n"
            "check_cases(double, case([1, 2], gives=[2, 4]))"
        )
    finally:
        InteractiveShell.clear_instance()
    assert shown[0] == "double([1, 2]) at [0]: expected 2, got 1; 2 of 2 values differ."
    assert shown[-2:] == ["Checked by", "  line 4: check_cases(double, case([1, 2], gives=[2, 4]))"]
    assert not any("lib/" in line for line in shown)


class OtherNames:
    """A right layer whose author calls the arguments something else."""

    def forward(self, inputs, weight):
        self.kept = inputs, weight
        return inputs * weight

    def backward(self, upstream):
        inputs, weight = self.kept
        return weight * upstream, np.sum(inputs * upstream)


def test_a_gradient_of_a_layer_is_found_by_its_place_whatever_forward_calls_its_arguments():
    one = case([1, 2], 3.0, dout=[1, 5], gives=[3, 15])
    check_backward(OtherNames, one, of="dx")
    check_backward(OtherNames, case([1, 2], 3.0, dout=[1, 5], gives=11.0), of="dw")
    with pytest.raises(AssertionError, match="dw: expected 12, got 11"):
        check_backward(OtherNames, case([1, 2], 3.0, dout=[1, 5], gives=12.0), of="dw")
    with pytest.raises(ValueError, match="no gradient db among dx, dw"):
        check_backward(OtherNames, one, of="db")


class Rows:
    """Reads rows of a table: whole numbers say which, and have no gradient."""

    def forward(self, ids, table):
        self.ids, self.shape = ids, table.shape
        return table[ids]

    def backward(self, dout):
        dtable = np.zeros(self.shape)
        np.add.at(dtable, self.ids, dout)
        return dtable


def test_an_array_of_ints_beside_one_of_floats_has_no_gradient():
    ids, table = np.array([1, 1]), [[2], [3]]
    check_backward(Rows, case(ids, table, dout=[[5], [7]], gives=[[0], [12]]))
    text = says(check_backward, Rows, case(ids, table, dout=[[5], [7]], gives=[[0], [7]]))
    assert "backward([[5], [7]]): dtable[1, 0]: expected 7, got 12; 1 of 2 values differ." in text
    # Where nothing is a float, ints are numbers like others.
    ints = case(np.array([1, 2]), 3, dout=np.array([1, 5]), gives=([3.0, 15.0], 11))
    check_backward(Scale, ints)


def test_one_of_several_checks_is_enough_and_the_first_says_what_is_wrong():
    good, bad = case(2, gives=4), case(2, gives=5)
    check_one_of(
        lambda: check_cases(np.square, bad),
        lambda: check_cases(np.square, good),
    )
    with pytest.raises(AssertionError, match="5"):
        check_one_of(
            lambda: check_cases(np.square, bad),
            lambda: check_cases(np.square, case(2, gives=6)),
        )


@pytest.mark.parametrize("given_back", [ValueError("odd"), None, 3])
def test_an_exception_that_is_returned_is_told_from_one_that_is_raised(given_back):
    def f(n):
        return given_back if n == 1 else n

    text = says(check_cases, f, case(2, gives=2), case(1, raises=ValueError))
    assert ("`raise`, not `return`" in text) == isinstance(given_back, ValueError)


@pytest.mark.parametrize(
    ("shape", "asked"),
    [((4, 1, 2), True), ((1, 4, 2), True), ((1, 2, 5), False), ((2, 2, 2), False)],
)
def test_a_shape_whose_sizes_are_those_asked_for_is_asked_about_the_order_of_its_axes(shape, asked):
    text = says(check_cases, lambda: np.ones(shape), case(gives=np.ones((2, 1, 4))))
    assert ("in another order" in text) == asked


def test_the_title_of_a_case_stands_apart_from_the_place():
    message = says(check_forward, Pool, case([3, 1, 2], size=1, gives=[3, 1, 7], title="tiny"))
    assert message.startswith("Pool(size=1).forward([3, 1, 2]) (tiny) at [2]: expected 7, got 2;")
