"""gradient_check passes every right gradient and rejects every wrong one with its reason."""

import functools
import os
import re
import subprocess
import sys
import threading
import time
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.lib.stride_tricks import sliding_window_view
from thorough import examples

from lib.checking import gradient_check
from lib.gradients import LOOKS, Slopes, judge

R = np.random.default_rng(0)
both_forms = pytest.mark.parametrize("form", ["function", "layer"])


def cases(table):
    return pytest.mark.parametrize("case", table.values(), ids=table.keys())


def conv(X, w, b, stride=1):
    return np.tensordot(sliding_window_view(X, w.shape)[::stride, ::stride], w, 2) + b


def conv_backward(X, w, b, dA, stride=1):
    dX, (h, v) = np.zeros(X.shape), stride * (np.array(dA.shape) - 1) + 1
    for i, j in np.ndindex(w.shape):
        dX[i : i + h : stride, j : j + v : stride] += w[i, j] * dA
    windows = sliding_window_view(X, w.shape)[::stride, ::stride]
    return {"X": dX, "w": np.tensordot(dA, windows, 2), "b": dA.sum()}


CONV = {"X": R.standard_normal((5, 5)), "w": R.standard_normal((2, 2)), "b": 0.5}


class Layer:
    """A function and its backward as a layer."""

    def __init__(self, f, g):
        self.f, self.g = f, g

    def forward(self, *args):
        self.args = args
        return self.f(*args)

    def backward(self, dout):
        gradients = tuple(self.g(*self.args, dout).values())
        return gradients if len(gradients) > 1 else gradients[0]


def check(form, f, g, **inputs):
    if form == "function":
        gradient_check(forward_f=f, backward_f=g, **inputs)
    else:
        layer = Layer(f, g)
        gradient_check(layer.forward, layer.backward, *inputs.values())


def elementwise(f, slope):
    return f, lambda x, dout: {"x": slope(x) * dout}


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


SMOOTH = {
    "shifted": elementwise(lambda x: x + 1e5, np.ones_like),
    "square": elementwise(np.square, lambda x: 2 * x),
    "cube": elementwise(lambda x: x**3, lambda x: 3 * x**2),
    "fourth power": elementwise(lambda x: x**4, lambda x: 4 * x**3),
    "sin(1000 x)": elementwise(lambda x: np.sin(1000 * x), lambda x: 1000 * np.cos(1000 * x)),
    "sigmoid": elementwise(sigmoid, lambda x: sigmoid(x) * (1 - sigmoid(x))),
    "softplus": elementwise(lambda x: np.logaddexp(0, x), sigmoid),
    "sum": (lambda x: np.sum(x), lambda x, dout: {"x": np.full(np.shape(x), dout)}),
    "sum of squares": (lambda x: np.sum(x * x), lambda x, dout: {"x": 2 * x * dout}),
    "outer": (lambda x: np.multiply.outer(x, [1.0, 2]), lambda x, dout: {"x": dout @ [1.0, 2]}),
    "1/x": elementwise(lambda x: 1 / x, lambda x: -1 / x**2),
    "log": elementwise(np.log, lambda x: 1 / x),
    "sqrt": elementwise(np.sqrt, lambda x: 0.5 / np.sqrt(x)),
}
SHAPES = st.sampled_from([(), (1,), (7,), (3, 4), (2, 1, 3, 2), (28, 28)])
SIZES = st.sampled_from([1e-6, 1e-3, 1.0, 10.0])
SEEDS = st.integers(0, 2**32)


def random_input(name, shape, size, seed):
    x = np.random.default_rng(seed).standard_normal(shape) * size
    positive = name in ("1/x", "log", "sqrt")
    return np.abs(x) + size / 10 if positive else np.where(np.abs(x) > size / 9, x, 0)


# What passes ---------------------------------------------------------------------------------


@both_forms
def test_a_right_gradient_passes_and_says_so_for_each_input(form, capsys):
    check(form, conv, conv_backward, **CONV)
    line = r"Gradient check on {} PASSED with frobenius norm difference [0-9.e-]+\n"
    names = ["X", "w", "b"] if form == "function" else [r"param #\d"] * 3
    out, err = capsys.readouterr()
    assert re.fullmatch("".join(line.format(name) for name in names), out)
    assert err == ""


@settings(max_examples=examples(150), deadline=None)
@given(st.sampled_from(list(SMOOTH)), SHAPES, SIZES, SEEDS)
def test_a_right_gradient_never_raises_an_alarm(name, shape, size, seed):
    with mock.patch.dict(os.environ, CHECKING_SEED=str(seed)):
        form = ["function", "layer"][seed % 2]
        check(form, *SMOOTH[name], x=random_input(name, shape, size, seed))


@settings(max_examples=examples(150), deadline=None)
@given(st.sampled_from(list(SMOOTH)), SHAPES, SEEDS, st.integers(-5, 3))
def test_an_entry_off_by_a_hundred_thousandth_of_the_largest_is_found(name, shape, seed, power):
    f, g = SMOOTH[name]

    def off(x, dout):
        gradient = np.array(g(x, dout)["x"])
        gradient.flat[seed % gradient.size] += 10.0**power * (np.abs(gradient).max() or 1)
        return {"x": gradient}

    x = random_input(name, shape, 3.0, seed)
    place = ", ".join(map(str, np.unravel_index(seed % np.size(x), shape)))
    with mock.patch.dict(os.environ, CHECKING_SEED=str(seed)):
        form = ["function", "layer"][seed % 2]
        with pytest.raises(AssertionError, match=re.escape(f"[{place}]" if shape else "FAILED at")):
            check(form, f, off, x=x)


INPUTS = {
    "int": 3,
    "NumPy int": np.int8(2),
    "float32": np.float32(1.5),
    "0-d": np.array(2.0),
    "bytes of an image": np.arange(250, 256, dtype=np.uint8),
    "float16": np.ones(3, np.float16),
    "list": [1.0, 2.0],
    "tuple of ints": (1, 2),
    "reversed": np.arange(10.0)[::-2],
    "transposed": np.arange(6.0).reshape(2, 3).T,
    "read only": np.broadcast_to(2.0, (2, 3)),
    "five dimensions": np.ones((1, 2, 1, 2, 3)),
    "large": np.array([1e6, -2e8]),
    "tiny": np.array([1e-6, -2e-8]),
}


@both_forms
@cases(INPUTS)
def test_any_real_input_is_checked(form, case):
    check(form, *SMOOTH["square"], x=case)
    with pytest.raises(AssertionError, match="FAILED at"):
        check(form, np.square, lambda x, dout: {"x": 2.001 * x * dout}, x=case)


def test_a_number_stays_a_number():
    def f(x):
        assert isinstance(x, float)
        return float(x) ** 2

    gradient_check(f, lambda x, dout: {"x": float(2 * x * dout)}, x=3)


@pytest.mark.parametrize("stride", [1, 2])
def test_large_images_are_checked_and_an_option_is_handed_on(stride):
    image = {"X": R.integers(0, 256, (28, 24)), "w": R.standard_normal((5, 3)), "b": -1}

    def slip(X, w, b, dA, stride):
        return {**conv_backward(X, w, b, dA, stride), "b": dA.sum() * 1.001}

    gradient_check(conv, conv_backward, **image, stride=stride)
    with pytest.raises(AssertionError, match="check on b FAILED"):
        gradient_check(conv, slip, **image, stride=stride)


def test_an_array_is_checked_even_if_the_forward_has_a_default_for_it():
    inputs = {"x": np.arange(3.0), "b": np.ones(3)}
    gradient_check(lambda x, b=None: x + b, lambda x, b, d: {"x": d, "b": d}, **inputs)
    with pytest.raises(AssertionError, match="check on b FAILED"):
        gradient_check(lambda x, b=None: x + b, lambda x, b, d: {"x": d, "b": 2 * d}, **inputs)


@both_forms
@pytest.mark.parametrize("size", [1, 28, 300])
def test_twenty_forward_calls_are_enough_whatever_the_size(form, size):
    f = mock.Mock(side_effect=lambda x: x**2)
    check(form, f, lambda x, dout: {"x": 2 * x * dout}, x=np.ones((size, size)))
    assert f.call_count <= 20


def test_code_that_writes_into_what_it_gets_changes_no_input():
    def f(x, w):
        result = x * w
        x[...] = w[...] = 0
        return result

    def g(x, w, dout):
        result = {"x": w * dout, "w": x * dout}
        x[...] = w[...] = dout[...] = 7
        return result

    x, w = np.arange(1.0, 4), np.ones(3)
    gradient_check(f, g, x=x, w=w)
    assert (x.tolist(), w.tolist()) == ([1, 2, 3], [1, 1, 1])


# The upstream gradient -----------------------------------------------------------------------

ARGUMENTS = "da dA=None dout dout=1.0 d=1 dz=None dy_out d_out=1 grad_output grad_z=1 upstream=None"


@pytest.mark.parametrize("argument", [*ARGUMENTS.split(), "delta", "dL", "g", "error=None"])
def test_the_upstream_gradient_is_found_by_itself_whatever_its_name(argument):
    def backward(used):
        return eval(f"lambda *, x, mode='valid', {argument}: {{'x': 2 * x * {used}}}")

    gradient_check(np.square, backward(argument.split("=")[0]), x=R.standard_normal((3, 2)))
    with pytest.raises(AssertionError, match=r"The chain rule multiplies by it: is it used\?"):
        gradient_check(np.square, backward("1"), x=R.standard_normal((3, 2)))


class Callable:
    def __call__(self, x, dout=None):
        return {"x": 2 * x * dout}

    def method(self, x, *, dz):
        return self(x, dz)


CALLABLES = {
    "callable": Callable(),
    "method": Callable().method,
    "positional-only": lambda x, dout, /: {"x": 2 * x * dout},
    "upstream first": lambda dout, x: {"x": 2 * x * dout},
    "partial": functools.partial(lambda k, x, dout, p=1: {"x": k * x * dout}, 2, p=2),
    "decorated": functools.wraps(Callable().method)(lambda *a, **k: Callable().method(*a, **k)),
}


@cases(CALLABLES)
def test_a_backward_may_be_any_callable(case):
    gradient_check(lambda x, /: x**2, case, x=np.arange(4.0))
    with pytest.raises(AssertionError, match="FAILED"):
        gradient_check(lambda x: x**2 + x, case, x=np.arange(4.0))


def test_a_backward_without_upstream_gradient_is_checked_with_ones():
    gradient_check(forward_f=lambda x: x**2, backward_f=lambda x: {"x": 2 * x}, x=np.array([2.0]))
    with pytest.raises(AssertionError, match=r"at x\[0\]: got 6, expected 4 "):
        gradient_check(lambda x: x**2, lambda x: {"x": 3 * x}, x=np.array([2.0]))


# What is wrong: name -> (what the slip makes of right gradients, what the message says) ------


def spoil(name, change):
    return lambda right, ones: {**right, name: change(right[name])}


def put(index, change):
    def changed(gradient):
        gradient = gradient.copy()
        gradient[index] = change(gradient)
        return gradient

    return changed


FAILED_X, FAILED_W = "check on (X|param #0) FAILED", "check on (w|param #1) FAILED"
SLIPS = {
    "sign": (spoil("X", np.negative), FAILED_X),
    "sign of the filter": (spoil("w", np.negative), FAILED_W),
    "sign of the bias": (spoil("b", np.negative), "check on (b|param #2) FAILED"),
    "zeros": (spoil("X", np.zeros_like), FAILED_X),
    "zero bias": (spoil("b", np.zeros_like), "FAILED"),
    "a thousandth too large": (spoil("w", lambda g: 1.001 * g), FAILED_W),
    "averaged": (spoil("w", lambda g: g / g.size), FAILED_W),
    "transposed": (spoil("X", np.transpose), FAILED_X),
    "transposed filter": (spoil("w", np.transpose), FAILED_W),
    "upside down": (spoil("X", np.flipud), FAILED_X),
    "filter flipped": (spoil("w", lambda g: g[::-1, ::-1]), FAILED_W),
    "shifted": (spoil("X", lambda g: np.roll(g, 1)), FAILED_X),
    "absolute values": (spoil("X", np.abs), FAILED_X),
    "negative ones lost": (spoil("X", lambda g: np.maximum(g, 0)), FAILED_X),
    "clipped": (spoil("X", lambda g: np.clip(g, -1, 1)), FAILED_X),
    "rounded": (spoil("w", lambda g: np.round(g, 3)), FAILED_W),
    "cut to ints": (spoil("X", lambda g: g.astype(int)), FAILED_X),
    "half precision": (spoil("w", lambda g: g.astype(np.float16)), FAILED_W),
    "the mean everywhere": (spoil("X", lambda g: np.full(g.shape, g.mean())), FAILED_X),
    "one entry lost": (spoil("X", put((2, 3), lambda g: 0)), r"FAILED at .*\[2, 3\]: got 0,"),
    "one entry off": (spoil("X", put((4, 4), lambda g: g[4, 4] + 1e-4)), r"\[4, 4\].* 1 of 25"),
    "last column lost": (spoil("X", put(np.s_[:, -1], lambda g: 0)), FAILED_X),
    "two swapped": (spoil("X", put(([0, 1], [0, 3]), lambda g: g[[1, 0], [3, 0]])), "2 of 25"),
    "only the largest": (spoil("w", lambda g: np.where(g == g.max(), g, 0)), "3 of 4 values"),
    "upstream ignored": (lambda right, ones: ones, r"is it used\?"),
    "upstream ignored for X": (lambda right, ones: {**right, "X": ones["X"]}, r"is it used\?"),
    "upstream ignored for w": (lambda right, ones: {**right, "w": ones["w"]}, r"is it used\?"),
    "wrong order": (
        lambda right, ones: {"X": right["w"], "w": right["X"], "b": right["b"]},
        r"gradient of .* must have the shape of .*: expected \(5, 5\), got \(2, 2\)",
    ),
    "padded": (spoil("X", lambda g: np.pad(g, 1)), r"expected \(5, 5\), got \(7, 7\)"),
    "cropped": (spoil("X", lambda g: g[1:, 1:]), r"got \(4, 4\): one too short"),
    "a dimension too many": (spoil("X", lambda g: g[None]), "3-D instead of 2-D"),
    "flat": (spoil("X", np.ravel), "1-D instead of 2-D"),
    "summed": (spoil("X", np.sum), r"got \(\)"),
    "bias in a list of one": (
        spoil("b", np.atleast_1d),
        r"expected \(\), got \(1,\): it must be a single number",
    ),
    "None": (spoil("w", lambda g: None), "must be an array, got None"),
    "list": (spoil("w", lambda g: g.tolist()), "must be an array, got a list"),
    "string": (spoil("w", str), "must be an array, got a str"),
    "nan": (spoil("X", put((1, 2), lambda g: np.nan)), "must be finite and real"),
    "inf": (spoil("X", lambda g: g / 0), "must be finite and real"),
    "complex": (spoil("w", lambda g: g + 0j), "must be finite and real"),
    "bools": (spoil("X", lambda g: g > 0), "must be finite and real"),
    "objects": (spoil("X", lambda g: g.astype(object)), "must be finite and real"),
}
DICTS = {
    "missing key": (lambda right, ones: {"X": right["X"], "b": 0}, "'X' and 'w' and 'b', got 'X'"),
    "extra key": (lambda right, ones: {**right, "dA": 1}, "got 'X' and 'w' and 'b' and 'dA'"),
    "other keys": (lambda right, ones: {"d" + k: right[k] for k in right}, "got 'dX' and 'dw'"),
    "empty dict": (lambda right, ones: {}, "got no keys"),
    "tuple": (lambda right, ones: tuple(right.values()), r"expected a dict .* got a tuple"),
    "no return": (lambda right, ones: None, "got None"),
}


def slipping(change):
    def backward(X, w, b, dA):
        ones = conv_backward(X, w, b, np.ones(dA.shape))
        return change(conv_backward(X, w, b, dA), ones)

    return backward


@both_forms
@cases(SLIPS)
def test_a_wrong_gradient_is_rejected_with_its_reason(form, case):
    with pytest.raises(AssertionError, match=case[1]):
        check(form, conv, slipping(case[0]), **CONV)


@cases(DICTS)
def test_a_function_must_return_a_dict_of_exactly_its_inputs(case):
    with pytest.raises(AssertionError, match=case[1]):
        check("function", conv, slipping(case[0]), **CONV)


@pytest.mark.parametrize("answer", [None, (1.0,), (1.0, 2.0, 3.0), {"x": 1.0, "w": 1.0}])
def test_a_layer_must_return_as_many_gradients_as_it_has_inputs(answer):
    with pytest.raises(AssertionError, match="tuple of 2 gradients, for x and w; got"):
        gradient_check(lambda x, w: x * w, lambda dout: answer, 2.0, 3.0)


FORWARDS = {
    "no return": (lambda x: None, r"got None \(is there a `return`\?\)"),
    "list": (lambda x: [1.0], "got a list"),
    "empty": (lambda x: x[:0], r"got an array of shape \(0,\)"),
    "complex": (lambda x: x * 1j, "real numbers, got dtype complex128"),
    "nan": (lambda x: x * np.nan, "nan or inf"),
    "float32": (lambda x: x.astype(np.float32), "too coarse"),
    "another shape": (lambda x: x[: 1 + (x[0] == 1)], "another shape"),
}


@both_forms
@cases(FORWARDS)
def test_a_forward_without_slopes_is_rejected_with_its_reason(form, case):
    with pytest.raises(AssertionError, match=case[1]):
        check(form, case[0], lambda x, dout: {"x": np.ones(2)}, x=np.ones(2))


# What another call left behind ---------------------------------------------------------------

LEFT = {}


def layer(keep, use, f=np.square):
    class Kept:
        def forward(self, x):
            keep(self, x)
            return f(x)

        def backward(self, dout):
            return use(self) * dout

    return Kept()


def keep(self, x):
    self.x = x


def relu(x):
    return np.maximum(x, 0)


STATES = {
    "first": (
        lambda: layer(lambda s, x: vars(s).setdefault("x", x), lambda s: 2 * s.x),
        r"something left from the first forward\?",
    ),
    "first mask": (
        lambda: layer(lambda s, x: vars(s).setdefault("x", x > 0), lambda s: s.x, relu),
        r"something left from the first forward\?",
    ),
    "consumed": (
        lambda: layer(keep, lambda s: 2 * vars(s).pop("x")),
        "fails when it is called twice after one forward .KeyError: 'x'",
    ),
    "written into": (
        lambda: layer(keep, lambda s: s.x.__imul__(2)),
        "changes its answer when it is called a second time: the gradient at x",
    ),
    "of the class": (
        lambda: layer(lambda s, x: setattr(type(s), "x", x), lambda s: 2 * s.x),
        r"changes its answer after another layer's forward: .* Keep state in self",
    ),
    "global": (
        lambda: layer(lambda s, x: LEFT.update(x=x), lambda s: 2 * LEFT["x"]),
        r"changes its answer after another layer's forward: .* Keep state in self",
    ),
}


@pytest.mark.parametrize("seed", range(5))
@cases(STATES)
def test_a_layer_that_depends_on_another_call_is_found(case, seed, monkeypatch):
    monkeypatch.setenv("CHECKING_SEED", str(seed))
    slip, right = case[0](), layer(keep, lambda s: 2 * s.x)
    gradient_check(right.forward, right.backward, np.array([2.0, -1.0]))
    with pytest.raises(AssertionError, match=case[1]):
        gradient_check(slip.forward, slip.backward, np.array([2.0, -1.0]))


@pytest.mark.parametrize(("f", "kept"), [(np.square, lambda x: 2 * x), (relu, lambda x: x > 0)])
def test_a_backward_function_that_uses_what_forward_left_is_found(f, kept):
    def forward(x):
        LEFT["slope"] = kept(x)
        return f(x)

    gradient_check(forward, lambda x, dout: {"x": kept(x) * dout}, x=np.array([1.0, -2.0]))
    with pytest.raises(AssertionError, match="after a call with other inputs"):
        gradient_check(forward, lambda x, dout: {"x": LEFT["slope"] * dout}, x=np.array([1.0, -2]))


# Kinks and borders ---------------------------------------------------------------------------

RELU, ABS = elementwise(relu, lambda x: x > 0), elementwise(np.abs, np.sign)
MAX = lambda x: np.max(x), lambda x, dout: {"x": dout * (np.arange(len(x)) == np.argmax(x))}
KINKS = {
    "relu": (*RELU, [-1.0, 0.0, 2.0], r"x\[1\] = 0"),
    "abs": (*ABS, [3.0, 0.0], r"x\[1\] = 0"),
    "abs of a number": (*ABS, 0.0, "x = 0"),
    "tie": (*MAX, [1.0, 3.0, 3.0], r"x\[[12]\] = 3"),
    "black pixels": (*RELU, np.pad(np.ones((2, 2)), 3), r"x\["),
    "cusp": (*elementwise(lambda x: np.sqrt(np.abs(x)), lambda x: 0 * x), 0.0, "x = 0"),
}
CURVED = {
    "exp": (*elementwise(np.exp, np.exp), [30.0, 0.0, -30.0]),
    "exp(1000 x)": (*elementwise(lambda x: np.exp(1e3 * x), lambda x: 1e3 * np.exp(1e3 * x)), 0.1),
    "fourth power": (*SMOOTH["fourth power"], [100.0, 0.0, 1e-6]),
    "square at 0": (*SMOOTH["square"], np.zeros((2, 2))),
    "cube at 0": (*SMOOTH["cube"], 0),
    "1/x near 0": (*SMOOTH["1/x"], [1e-3, 1e-6]),
    "log near 0": (*SMOOTH["log"], 1e-7),
    "border": (*elementwise(np.arcsin, lambda x: 1 / np.sqrt(1 - x**2)), [0.99, 1 - 1e-7]),
    "near a kink": (*RELU, [1e-7, -1e-7, 3.0]),
}


@both_forms
@cases(KINKS)
def test_an_input_on_a_kink_is_named_and_nobody_blamed(form, case):
    f, g, x, place = case
    place = place.replace("x", r"(x|param #0)( at )?", 1)
    with pytest.raises(ValueError, match=f"{place}.* sits on a kink.*not to blame"):
        check(form, f, g, x=x)


@pytest.mark.parametrize("times", [1, 3])
def test_at_a_kink_the_slopes_are_those_of_the_page_whatever_the_upstream_gradient(times):
    class Max:
        def forward(self, h):
            self.h = h
            return times * np.max(h)

        def backward(self, dz):
            dh = np.zeros(len(self.h))
            dh[np.argmax(self.h)] = times * dz
            return dh

    layer = Max()
    with pytest.raises(ValueError, match=f"slope is 0 to the left and {times} to the right"):
        gradient_check(layer.forward, layer.backward, np.array([1.0, 3.0, 3.0]))
    with pytest.raises(ValueError, match=f"slope is 0 to the left and {times} to the right"):
        gradient_check(
            lambda x: times * np.maximum(x, 0),
            lambda x, dout=None: {"x": (1 if dout is None else dout) * times * (x > 0)},
            x=np.array([-1.0, 0.0, 2.0]),
        )


BLAMED = [([0.01, 0, 1], 0), ([0, 0, 1.01], 2), ([0, 5, 1], 1), ([0, -1, 1], 1)]


@pytest.mark.parametrize(("wrong", "index"), BLAMED)
def test_a_wrong_entry_is_blamed_beside_a_kink_and_on_it(wrong, index):
    with pytest.raises(AssertionError, match=rf"FAILED at x\[{index}\]"):
        gradient_check(relu, lambda x, dout: {"x": dout * wrong}, x=np.array([-1.0, 0.0, 2.0]))


@both_forms
@cases(CURVED)
def test_curvature_is_not_called_a_kink(form, case):
    f, g, x = case
    check(form, f, g, x=x)
    with pytest.raises(AssertionError, match="FAILED"):
        check(form, f, lambda x, dout: {"x": np.float64(1e-4) + 1.0001 * g(x, dout)["x"]}, x=x)


def test_an_input_at_the_border_of_the_forward_is_refused():
    with pytest.raises(ValueError, match=r"nan or inf right beside x\[0\] = 0"):
        gradient_check(np.sqrt, lambda x, dout: {"x": x / 2 * dout}, x=np.array([0.0, 1.0]))


# What cannot be checked, and manners ---------------------------------------------------------

REFUSED = {
    "complex": (1j, "x.* is complex"),
    "nan": ([1.0, np.nan], "contains nan or inf"),
    "inf": (np.inf, "contains nan or inf"),
    "empty": (np.zeros((0, 3)), r"is empty, of shape \(0, 3\)"),
    "string": ("2", "must be real numbers, got '2'"),
    "None": (None, "must be real numbers, got None"),
    "bools": ([True], "must be real numbers, got"),
}


@both_forms
@cases(REFUSED)
def test_inputs_that_cannot_be_checked_are_refused(form, case):
    with pytest.raises(ValueError, match=case[1].replace("x.*", "(x|param #0)")):
        check(form, *SMOOTH["square"], x=case[0])


def test_a_check_that_is_called_wrongly_says_how_to_call_it():
    f, g = SMOOTH["square"]
    a_layer = Layer(f, g)
    for says, call in {
        "Give at least one input to check": lambda: gradient_check(f, g),
        r"such as x=np.array": lambda: gradient_check(lambda x=1: x, g, x=2),
        "not both": lambda: gradient_check(f, g, 2.0, x=2.0),
        r"needs x and dout.* give the inputs by name": lambda: gradient_check(f, g, 2.0),
        r"has no argument x.* by position": lambda: gradient_check(f, a_layer.backward, x=2.0),
        "Which argument": lambda: gradient_check(f, lambda x, da, dout: {}, x=2.0),
    }.items():
        with pytest.raises(TypeError, match=says):
            call()


def test_a_slow_check_shows_progress_on_stdout_only(capsys):
    def f(x):
        time.sleep(0.11)
        return x

    gradient_check(f, lambda x, dout: {"x": dout}, x=1.0)
    out, err = capsys.readouterr()
    assert "Gradient check: " in out
    assert err == ""


def test_a_check_starts_no_thread_and_raises_no_warning():
    before = set(threading.enumerate())
    with np.errstate(all="raise"):
        gradient_check(*SMOOTH["log"], x=np.array([1e-7, 1.0]))
    assert set(threading.enumerate()) <= before  # another test's may end meanwhile


def test_importing_the_checks_imports_nothing_heavy():
    heavy = "{'scipy', 'matplotlib', 'tensorflow_datasets', 'tensorflow', 'IPython'}"
    code = f"import sys, lib.checking; print({{m.split('.')[0] for m in sys.modules}} & {heavy})"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (result.stdout, result.stderr) == ("set()\n", "")


def slopes(*pairs, noise=1e-12):
    return [Slopes(left, right, noise) for left, right in pairs]


JUDGEMENTS = {
    "at once, where both sides agree": (slopes((2.0, 2.0)), 2.0, "fine"),
    "more is asked where they do not": (slopes((1.0, 3.0)), 2.0, None),
    "more is asked where the slope is another": (slopes((2.0, 2.0)), 3.0, None),
    "wrong once shorter steps say the same": (slopes((2.0, 2.0), (2.0, 2.0)), 3.0, "wrong"),
    "fine once it has straightened out": (
        slopes((1.9, 2.1), (1.9875, 2.0125), (1.9999999, 2.0000001)),
        2.0,
        "fine",
    ),
    "a kink looks the same from however near": (slopes(*[(0.0, 1.0)] * 3), 0.5, "kink"),
    "beyond a kink's two slopes it is wrong": (slopes(*[(0.0, 1.0)] * 3), 2.0, "wrong"),
    "nothing is known beside nan": (slopes(*[(1.0, np.nan)] * LOOKS), 1.0, "undefined"),
    "rounding is not measured": (slopes((2.0, 2.1), noise=1.0), 2.0, "fine"),
}


@pytest.mark.parametrize("judgement", JUDGEMENTS)
def test_a_slope_is_judged_from_what_was_measured_alone(judgement):
    looks, claimed, verdict = JUDGEMENTS[judgement]
    assert judge(looks, claimed, size=abs(claimed)) == verdict
