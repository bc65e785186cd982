"""The fine print holds for right solutions however they are written, and for no wrong one."""

import ast
import contextlib
import functools
import gc
import sys
from pathlib import Path

import numpy as np
import pytest
import scipy.signal
from numpy import convolve
from numpy.lib.stride_tricks import as_strided, sliding_window_view
from test_cases import Rows

from grading.paths import ROOT
from lib.bounds import check_bounds, check_own_steps
from lib.layers import check_layer
from lib.robustness import check_kinds, check_untouched

R = np.random.default_rng(0)
x, w = R.uniform(-4, 4, 7), np.array([2.6, -1.4, 3.3])
X, W = R.uniform(-4, 4, (2, 5, 4))


def cases(table):
    return pytest.mark.parametrize("case", table.values(), ids=table.keys())


def refused(check, f, *args, says, **options):
    with pytest.raises(AssertionError, match=says):
        check(f, *args, **options)


def by_taps(x, w):
    out = np.zeros(len(x) - len(w) + 1, np.result_type(x, w))
    for k in range(len(w)):
        out += x[k : k + len(out)] * w[k]
    return out


def by_adding_at(x, w):
    out = np.zeros(len(x) - len(w) + 1)
    t, k = np.indices((len(out), len(w)))
    np.add.at(out, t, x[t + k] * w[k])
    return out


def by_recursion(x, w):
    if len(x) < len(w):
        return np.zeros(0, x.dtype)
    return np.append(x[: len(w)] @ w, by_recursion(x[1:], w))


def length(x, w):
    return len(x) - len(w) + 1


VALID = {  # one cross-correlation, written as differently as people write
    "taps": by_taps,
    "add.at": by_adding_at,
    "recursion": by_recursion,
    "vdot": lambda x, w: np.array([np.vdot(x[t:][: len(w)], w) for t in range(length(x, w))]),
    "lists": lambda x, w: np.array(
        [sum(x[t + k] * v for k, v in enumerate(w.tolist())) for t in range(length(x, w))]
    ),
    "windows": lambda x, w: np.einsum("tk,k->t", sliding_window_view(x, len(w)), w),
    "tensordot": lambda x, w: np.tensordot(sliding_window_view(x, len(w)), w, 1),
    "strides": lambda x, w: as_strided(x, (length(x, w), len(w)), 2 * x.strides) @ w,
    "pad": lambda x, w: by_taps(np.pad(x, 1)[1:-1], w),
    "as floats": lambda x, w: by_taps(np.asarray(x, float), np.asarray(w, float)),
}


@cases(VALID)
def test_a_right_solution_passes_all_of_the_fine_print(case):
    check_kinds(case, x, w)
    check_untouched(case, x, w)
    check_bounds(case, x, w)


def dot_gradients(x, w, da):
    return {"x": np.multiply(da, w, dtype=float), "w": np.multiply(da, x, dtype=float)}


RIGHT_KINDS = {
    "number": lambda: check_kinds(lambda x, w: np.sum(x * w), X, W),
    "Python number": lambda: check_kinds(lambda x, w: float(np.vdot(x, w)), X, W),
    "numbers in": lambda: check_kinds(lambda a, b: a * b, 2.6, -1.7),
    "option": lambda: check_kinds(lambda x, scale=1: x * scale, X, scale=0.5),
    "gradients": lambda: check_kinds(dot_gradients, X, W, 2.7, gradient=True),
    "tuple": lambda: check_kinds(lambda x: (x.mean(0), np.ravel(x)[::3]), X),
}


def buffer_like(which):
    def f(x, w):
        out = np.zeros_like((x, w)[which], shape=length(x, w))
        for t in range(len(out)):
            out[t] = x[t : t + len(w)] @ w
        return out

    return f


def strides_of_a_contiguous_array(x, w):
    return as_strided(x, (length(x, w), len(w)), 2 * (x.itemsize,)) @ w


WRONG_KINDS = {  # function, arguments, is it a gradient, what the message says
    "buffer like x": (buffer_like(0), (x, w), False, "int64 x: expected floats, got int64"),
    "buffer like w": (buffer_like(1), (x, w), False, "int64 w: expected floats, got int64"),
    "in place": (lambda x: x.__imul__(0.5), (X,), False, "fails with int64 x: .*Cannot cast"),
    "strides": (strides_of_a_contiguous_array, (x, w), False, "every other entry, .* is nan"),
    "order K": (lambda x: x.ravel("K")[::3], (X,), False, r"in Fortran order, like x.T at \[1\]"),
    "order A": (
        lambda x: x.reshape(2, -1, order="A"),
        (X,),
        False,
        "in Fortran order, like x.T at",
    ),
    "buffer": (lambda x: np.frombuffer(x) * 1.0, (X,), False, "int64 x at"),
    "strides of floats": (
        lambda x, w: strides_of_a_contiguous_array(np.asarray(x, float), w),
        (x, w),
        False,
        "every other entry, .* is nan",
    ),
    "views forwards": (
        lambda x: x * (2.0 if abs(x.strides[0]) > x.itemsize else 1.0),
        (x,),
        False,
        r"every other entry, like x\[::2\] at",
    ),
    "views backwards": (
        lambda x: x * (2.0 if x.strides[0] < 0 else 1.0),
        (x,),
        False,
        r"reversed views, like x\[::-1\] at",
    ),
    "order K of floats": (
        lambda x: np.asarray(x, float).ravel("K")[::3],
        (X,),
        False,
        "in Fortran order",
    ),
    "cut off inside": (
        lambda x, w: by_recursion(x, w).astype(x.dtype).astype(float),
        (x, w),
        False,
        "int64 x at",
    ),
    "a number cut off": (
        lambda a, b: float(type(b)(a * b)),
        (2.6, -1.7),
        False,
        "int64 b: expected",
    ),
    "float32 of one": (
        lambda x, w: {"x": w * 2.0, "w": x.astype(float)},
        (x, x),
        True,
        "float32 x and w: dx has dtype float32",
    ),
    "type": (lambda x: 2 * x if x.dtype == float else x, (X,), False, "with int64 x at"),
    "float32 gradient": (
        lambda x: {"x": x * 2.0},
        (X,),
        True,
        "dx has dtype float32 and should have float64",
    ),
    "int gradient": (lambda x: 2 * x, (X,), True, "has dtype int64 and should have float64"),
    "list": (lambda x: x.tolist(), (X,), False, r"NumPy array of shape \(5, 4\), got a list"),
    "zeros": (np.zeros_like, (X,), False, "should give numbers other than 0"),
    "None": (lambda x: None, (X,), False, r"got None \(is there a `return`"),
}


@cases(RIGHT_KINDS)
def test_what_is_right_for_every_number_type_and_layout_passes(case):
    case()


@cases(WRONG_KINDS)
def test_a_number_type_or_layout_that_changes_the_answer_is_named(case):
    f, args, gradient, says = case
    refused(check_kinds, f, *args, gradient=gradient, says=says)


def test_what_is_wrong_in_one_way_of_the_few_calls_alone_is_named_in_that_way():
    def far(x):
        return x * (2.0 if abs(x.strides[0]) > x.itemsize and x.strides[0] < 0 else 1.0)

    def single(x):
        return x * (2.0 if x.dtype == np.float32 and not x.flags.c_contiguous else 1.0)

    refused(check_kinds, far, x, says=r"far with reversed views, like x\[::-2\] at")
    refused(check_kinds, single, X, says="with float32 arrays in Fortran order, like x.T at")


@pytest.mark.parametrize("number", range(2, 8))
def test_an_answer_that_was_wrong_once_counts_though_it_is_right_when_asked_again(number):
    calls = []

    def f(x, w):
        calls.append(x)
        return x * w * 2.0 + (len(calls) == number)

    refused(check_kinds, f, X, W, gives=X * W * 2, says="when it is called again")


def test_an_answer_that_rounding_alone_moves_far_away_passes():
    def f(x):
        return x - 1e4

    check_kinds(f, np.array([1e4 + 1 / 3, 1e4 - 12 / 7, 12.5]))


def test_what_is_right_is_asked_with_few_calls():
    calls = []

    def f(*args):
        calls.append(args)
        return functools.reduce(np.multiply, args, 2.0)

    for args, kinds in ((X,), 4), ((X, W), 8), ((X, W, X), 10):
        check_kinds(f, *args)
        assert len(calls) == kinds
        check_untouched(f, *(arg[None] for arg in args))
        assert len(calls) == kinds + 5
        calls.clear()


@pytest.mark.parametrize("check", [check_kinds, check_untouched, check_bounds])
def test_what_is_not_written_yet_stays_not_written_yet(check):
    def stub(x):
        raise NotImplementedError

    with pytest.raises(NotImplementedError):
        check(stub, X)


def add_in_place(x, w):
    x += w
    return x.copy()


def sorts_ints(x):
    if x.dtype == int:
        x.sort()
    return x * 2.0


def fills_a_buffer(x, buffer=np.zeros((5, 4))):  # noqa: B008
    buffer[...] = x
    return buffer


def one_dict_for_all_calls(x, result={}):  # noqa: B006
    result["x"] = x * 2.0
    return result


def keeps_answers(x, known={}):  # noqa: B006
    return known.setdefault((x.dtype, x.tobytes()), x * 2.0)


OWN = {
    "view of its own": (lambda x: np.append(x, 0.0)[:-1], (X,)),
    "numbers": (lambda a, b: {"a": b, "b": a}, (2.5, 3.5)),
    "copies": (lambda x, w: {"x": w.copy(), "w": x.copy()}, (X, W)),
}
NOT_OWN = {  # function, arguments, what the message says
    "in place": (add_in_place, (X, W), "add_in_place changes its argument x: the caller's array"),
    "ints only": (sorts_ints, (X,), "changes its argument x"),
    "through a view": (lambda x: x.reshape(-1).fill(1), (X,), "changes its argument x"),
    "upstream": (lambda x, dout: dout.fill(1), (X, W), "changes its argument dout"),
    "itself": (lambda x: x, (X,), "returns memory of its argument x.* Return a copy"),
    "view": (lambda x: x.T[::2], (X,), "returns memory of its argument x"),
    "in a dict": (lambda x, w: {"x": w * 1, "w": x}, (X, W), "returns memory of its argument x"),
    "in a list": (lambda x, w: [x * w, x[0]], (X, W), "returns memory of its argument x"),
    "copy unless float": (lambda x: np.asarray(x, float), (X,), "returns memory of its argument x"),
    "buffer": (fills_a_buffer, (X,), "returns the same memory twice"),
    "one dict": (one_dict_for_all_calls, (X,), "returns the same memory twice"),
    "kept answers": (keeps_answers, (X,), "returns the same memory twice"),
    "of a single one": (
        lambda x: x.swapaxes(0, 1).reshape(-1),
        (X[None].repeat(2, axis=0),),
        "memory of its arg",
    ),
    "constant": (lambda x, out=np.ones(3): out[:2], (X,), "returns the same memory twice"),  # noqa: B008
}


@cases(OWN)
def test_results_that_are_their_own_pass(case):
    check_untouched(case[0], *case[1])


@cases(NOT_OWN)
def test_a_changed_argument_or_shared_memory_is_named(case):
    f, args, says = case
    before = np.copy(args)
    refused(check_untouched, f, *args, says=says)
    np.testing.assert_array_equal(args, before)


def helper(x, w):
    return np.correlate(x, w)


BOUNDS = {
    "np.convolve": (lambda x, w: np.convolve(x, w), "uses np.convolve, which is out of bounds"),
    "by name": (lambda x, w: convolve(x, w), "np.convolve"),
    "itself": (convolve, "convolve uses np.convolve"),
    "partial": (functools.partial(np.convolve, mode="valid"), "np.convolve"),
    "by getattr": (lambda x, w: getattr(np, "corr" + "elate")(x, w), "np.correlate"),
    "helper": (lambda x, w: [helper(x, w) for _ in range(2)], "np.correlate"),
    "in C": (lambda x, w: np._core.multiarray.correlate(x, w), "np.correlate"),
    "masked": (lambda x, w: np.ma.convolve(x, w), "np.convolve"),
    "np.fft": (lambda x, w: np.fft.irfft(np.fft.rfft(x, 9) * np.fft.rfft(w, 9)), r"np\.fft"),
    "np.polymul": (lambda x, w: np.polymul(x, w), "uses np.polymul,"),
    "poly1d": (lambda x, w: np.poly1d(x) * np.poly1d(w), "np.polymul"),
    "Polynomial": (lambda x, w: np.polynomial.Polynomial(x) * w, "np.polymul"),
    "np.gradient": (lambda x, w: np.gradient(x), "np.gradient"),
    "scipy": (lambda x, w: scipy.signal.correlate(x, w), "uses scipy, which"),
    "imported inside": (lambda x, w: __import__("scipy.ndimage").ndimage.convolve1d(x, w), "scipy"),
}


@cases(BOUNDS)
def test_a_shortcut_is_found_however_it_is_reached(case):
    refused(check_bounds, case[0], x, w, says=case[1])


def test_what_an_earlier_check_left_to_be_collected_is_not_the_functions_doing():
    names = {"__name__": "lib.robustness"}
    exec("class Left:\n    def __del__(self):\n        pass", names)
    before = gc.get_threshold()
    gc.set_threshold(1_000_000)  # it stays until the function runs

    def f(x):
        gc.set_threshold(5)
        return [[] for _ in range(50)] and x

    try:
        left = names["Left"]()
        left.itself = left
        del left
        check_bounds(f, x)
    finally:
        gc.set_threshold(*before)


def pad(x):
    return np.concatenate([[0], x, [0]])


def test_a_lab_may_put_more_out_of_bounds():
    refused(check_bounds, lambda x: np.pad(x, 1), x, also=("pad",), says=r"uses np\.pad")
    check_bounds(lambda x: pad(x), x, also=("pad",))
    refused(check_bounds, lambda x: by_taps(x, x), x, also=("by_taps",), says="uses by_taps")


def watcher(*args):
    return None


@pytest.mark.parametrize("what", ["profile", "trace"])
@pytest.mark.parametrize("before", [None, watcher])
@pytest.mark.parametrize("f", [by_taps, lambda x, w: convolve(x, w), lambda x, w: 1 / 0])
def test_a_profiler_or_debugger_is_back_in_place_afterwards(what, before, f):
    get, set_ = getattr(sys, f"get{what}"), getattr(sys, f"set{what}")
    at_first = get()
    set_(before)
    try:
        with contextlib.suppress(AssertionError, ZeroDivisionError):
            if what == "profile":
                check_bounds(f, x, w)
            else:
                check_own_steps(f, (x, w), (x, w))
        after = get()
    finally:
        set_(at_first)
    assert after is before


def loop(x):
    total = 0
    for v in x:
        total += v
    return total


def nested(x):
    def go():
        for v in x:
            yield v + 1

    return max(go())


def plainly_decorated(f):
    return lambda *args: f(*args)


class Loops:
    def __call__(self, x):
        return [v + 1 for v in x]


def taps(x, k=5):
    return np.stack([x[i : len(x) - k + i] for i in range(k)])


MANY_STEPS = {
    "loop": loop,
    "list comprehension": lambda x: [v + 1 for v in x],
    "generator expression": lambda x: sum(v for v in x),
    "nested": nested,
    "np.vectorize": lambda x: np.vectorize(lambda v: v + 1)(x),
    "decorated": functools.wraps(loop)(lambda x: loop(x)),
    "decorated plainly": plainly_decorated(loop),
    "partial": functools.partial(lambda k, x: [v + k for v in x], 1),
    "callable": Loops(),
    "method": Loops().__call__,
}
FEW_STEPS = {
    "whole array": lambda x: np.sum(x * 2),
    "taps": taps,
    "what it calls": lambda x: loop(x),
    "decorated": functools.wraps(taps)(lambda x: taps(x)),
    "partial": functools.partial(taps, k=3),
}


@cases(MANY_STEPS)
def test_a_loop_over_all_pixels_is_found_wherever_it_stands(case):
    says = r"takes \d+ steps of its own on large images and \d+ on small ones"
    refused(check_own_steps, case, (np.ones(10),), (np.ones(60),), says=says)


@cases(FEW_STEPS)
def test_a_loop_over_taps_or_in_what_is_called_is_fine(case):
    check_own_steps(case, (np.ones(10),), (np.ones(60),))


def test_what_has_no_body_cannot_pass():
    refused(check_own_steps, np.sum.__call__, (X,), (X,), says="no body to look into")


class _Largest:
    """A pool over a vector that keeps ints ints, or not."""

    def __init__(self, dtype=None):
        self.dtype = dtype

    def forward(self, x):
        self.x = x
        return x.max(keepdims=True).astype(self.dtype or x.dtype)

    def backward(self, dz):
        return np.where(self.x == self.x.max(), np.float64(dz[0]), 0.0)


def test_a_layers_forward_may_give_ints_for_ints_whatever_the_upstream_gradient_is():
    x, dz = np.array([1.4, 3.6, 2.2]), np.array([1.5])
    check_kinds(_Largest, x, dout=dz, dtype=None, gives=([3.6], [0, 1.5, 0]))
    with pytest.raises(AssertionError, match="Largest"):
        check_kinds(_Largest, x, dout=dz, dtype=np.int64, gives=([3.6], [0, 1.5, 0]))


class Shortcut:
    def __init__(self, size):
        self.size = size

    def forward(self, x):
        self.x = x
        return convolve(x, np.ones(self.size), "valid")

    def backward(self, dout):
        return np.repeat(dout, len(self.x) // len(dout))


class ShortcutBack(Shortcut):
    def forward(self, x):
        self.x = x
        return x[:1]

    def backward(self, dout):
        return convolve(dout, np.ones(self.size))


def test_bounds_of_a_layer_are_looked_at_in_its_forward_or_in_its_backward_alone():
    x, dout = np.ones(4), np.ones(1)
    refused(check_bounds, Shortcut, x, size=2, says="Shortcut uses np.convolve")
    check_bounds(Shortcut, x, dout=dout, size=2)
    refused(check_bounds, ShortcutBack, x, dout=dout, size=2, says="ShortcutBack uses np.convolve")
    check_bounds(ShortcutBack, x, size=2)


# --- no point for nothing ----------------------------------------------------------------------


def by_hand(x, w):
    return {"x": 2 * w.astype(float), "w": 2 * x.astype(float)}


NOTHINGS = {
    "None": lambda x, w: None,
    "zeros": lambda x, w: {"x": 0.0 * w, "w": 0.0 * x},
    "ones": lambda x, w: {"x": np.ones(x.shape), "w": np.ones(w.shape)},
    "the input": lambda x, w: {"x": x * 1.0, "w": w * 1.0},
    "random": lambda x, w: dict(zip("xw", np.random.default_rng().random((2, 2, 3)), strict=True)),
}
GIVEN = np.random.default_rng(1).uniform(1.1, 4.4, size=(2, 2, 3))


@pytest.mark.parametrize("f", NOTHINGS.values(), ids=NOTHINGS)
@pytest.mark.parametrize("check", [functools.partial(check_kinds, gradient=True), check_untouched])
def test_fine_print_is_worth_nothing_without_a_right_answer(check, f):
    check(by_hand, *GIVEN, gives=by_hand)
    check(by_hand, *GIVEN, gives={"x": 2 * GIVEN[1], "w": 2 * GIVEN[0]})
    with pytest.raises(AssertionError):
        check(f, *GIVEN, gives=by_hand)


def test_few_steps_are_worth_nothing_without_a_right_answer():
    small, large = (np.ones((2, 2)),), (np.ones((9, 9)),)
    check_own_steps(lambda x: x * 2, small, large, gives=np.full((2, 2), 2.0))
    with pytest.raises(AssertionError, match="expected 2, got 1"):
        check_own_steps(lambda x: x * 1, small, large, gives=np.full((2, 2), 2.0))


def test_a_gradient_that_is_halved_in_place_where_a_reshape_is_a_view_is_found():
    def backward(x, dout):
        flat = dout.swapaxes(1, 2).reshape(-1)
        flat /= 4
        return np.zeros(x.shape) + flat.sum()

    x, dout = GIVEN[None].repeat(2, axis=0), np.ones((2, 2, 2, 3))
    assert not np.shares_memory(dout, dout.swapaxes(1, 2).reshape(-1))
    refused(check_untouched, backward, x, dout, says="changes its argument dout")


class Halved:
    """A pool over everything, whose backward divides in place what may be the caller's."""

    def forward(self, x):
        self.shape = x.shape
        return x.mean(axis=(2, 3), keepdims=True)

    def backward(self, dout):
        flat = dout.swapaxes(0, 1).reshape(self.shape[1], -1)
        flat /= self.shape[2] * self.shape[3]
        shares = flat.reshape(self.shape[1], self.shape[0], 1, 1).swapaxes(0, 1)
        return np.broadcast_to(shares, self.shape).copy()


class Mean(Halved):
    def backward(self, dout):
        return np.broadcast_to(np.float64(dout), self.shape) / (self.shape[2] * self.shape[3])


def test_a_layer_that_writes_into_the_upstream_of_a_single_image_is_found():
    x, dout = GIVEN[None].repeat(2, axis=0), np.array([[1.0, 2], [3, 4]])[:, :, None, None]
    right = (x.mean(axis=(2, 3), keepdims=True), np.broadcast_to(dout, x.shape) / 6)
    check_layer(Mean, x, dout=dout, gives=right)
    refused(
        check_layer, Halved, x, dout=dout, gives=right, says="changes the argument dout of back"
    )


class OneGradient(Mean):
    def backward(self, dout):
        return super().backward(dout).astype(np.float32)


def test_kinds_of_a_layer_are_those_of_its_forward_and_of_its_backward():
    x, dout = GIVEN[None], np.array([[1.25, 2.75]])[:, :, None, None]
    right = (x.mean(axis=(2, 3), keepdims=True), np.broadcast_to(dout, x.shape) / 6)
    check_kinds(Mean, x, dout=dout, gives=right)
    refused(check_kinds, OneGradient, x, dout=dout, gives=right, says="dx has dtype float32")
    wrong = (right[0] + 1, right[1])
    refused(check_kinds, Mean, x, dout=dout, gives=wrong, says=r"Mean\(\).forward\(x\)")


class RowsInTheirDtype(Rows):
    def backward(self, dout):
        return super().backward(dout).astype(self.forward(self.ids, self.table).dtype)

    def forward(self, ids, table):
        self.table = table
        return super().forward(ids, table)


class RowsOfAFlatBuffer(Rows):
    def forward(self, ids, table):
        flat = np.ndarray(ids.shape, np.int64, ids.base if ids.base is not None else ids)
        return super().forward(flat.copy(), table)


def test_places_stay_ints_in_every_variant_and_have_no_gradient():
    ids, table = np.array([[2, 0], [2, 1]]), np.array([[1.4], [-2.3], [3.2]])
    dout = np.array([[[2.4], [3.3]], [[-1.8], [2.2]]])
    right = table[ids], np.array([[3.3], [2.2], [0.6]])
    check_kinds(Rows, ids, table, dout=dout, gives=right)
    says = "RowsInTheirDtype.backward with int64 table and dout: dtable has dtype int64"
    refused(check_kinds, RowsInTheirDtype, ids, table, dout=dout, gives=right, says=says)
    says = "RowsOfAFlatBuffer.*(Fortran order|views)"
    refused(check_kinds, RowsOfAFlatBuffer, ids, table, dout=dout, gives=right, says=says)
    wrong = table[ids], np.array([[3.3], [2.2], [2.4]])
    refused(check_kinds, Rows, ids, table, dout=dout, gives=wrong, says=r"dtable\[2, 0\]")


# --- how long it may take to tell whether two arrays share memory ---------------------------------

LIMIT = 10_000  # steps: beyond it NumPy says that it is too hard to tell
FOLDERS = ("lib", "grading", "images", "figures")


def asks_without_a_bound(source):
    """Places that may take NumPy longer than anybody waits: the question is a knapsack.

    `may_share_memory` compares bounds alone, unless it is told to do more.
    """
    if "share" not in source:
        return []
    bounded, found = set(), []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            works = [k.value for k in node.keywords if k.arg == "max_work"] + node.args[2:3]
            match works:
                case [ast.Constant(value=int(work))] if 0 <= work <= LIMIT:
                    bounded.add(node.func)
                case [] if "may_share_memory" in ast.unparse(node.func):
                    bounded.add(node.func)
        name = getattr(node, "attr", getattr(node, "id", getattr(node, "name", "")))
        if name in ("shares_memory", "may_share_memory"):
            found.append(node)
    return [ast.unparse(node) for node in found if node not in bounded]


def test_nothing_asks_without_a_bound_whether_arrays_share_memory():
    """Labs with their tests, the bank and what checks with them; ast.walk meets a call first."""
    paths = [path for folder in FOLDERS for path in Path(ROOT, folder).rglob("*.py")]
    assert len(paths) > 100
    for path in paths:
        assert asks_without_a_bound(path.read_text(encoding="utf-8")) == [], path


@pytest.mark.parametrize(
    "source",
    [
        "np.shares_memory(a, b)",
        "np.shares_memory(a, b, max_work=None)",
        "np.shares_memory(a, b, max_work=-1)",
        "np.shares_memory(a, b, -1)",
        "np.shares_memory(a, b, max_work=10**9)",
        "np.shares_memory(a, b, **how)",
        "np.shares_memory(*arrays)",
        "shares_memory(f(a, max_work=1), b)",
        "np.may_share_memory(a, b, max_work=-1)",
        "ask = np.shares_memory\nask(a, b)",
        "any(map(np.shares_memory, these, those))",
        "from numpy import shares_memory as ask",
    ],
)
def test_a_question_without_a_bound_is_found(source):
    assert asks_without_a_bound(source)


def test_a_question_with_a_bound_is_let_through():
    assert not asks_without_a_bound("np.shares_memory(f(a), b, max_work=10_000)")
    assert not asks_without_a_bound("np.shares_memory(a, b, 10)")
    assert not asks_without_a_bound("np.may_share_memory(a, b)")


def test_arrays_of_which_it_is_too_hard_to_tell_are_refused_at_once(monkeypatch):
    ask, works = np.shares_memory, []

    def too_hard(a, b, max_work=None):
        """What NumPy says of a hard pair; without a bound it would try for hours."""
        works.append(max_work)
        ask(a, b, max_work=max_work)
        raise np.exceptions.TooHardError

    check_untouched(lambda x: x + 1, X)
    monkeypatch.setattr(np, "shares_memory", too_hard)
    refused(check_untouched, lambda x: x + 1, X, says="returns memory of its argument")
    assert works
    assert all(0 < work <= 10_000 for work in works)
