"""A layer that keeps what layers promise passes `check_layer`; one that breaks it is named."""

import functools

import numpy as np
import pytest

from lib.checking import check_layer

R = np.random.default_rng(0)
x, y, w = R.normal(size=(3, 4, 5))
DOUT = R.normal(size=(4, 5))


class Times:
    """Multiplies two inputs of one shape: both gradients need what forward was given."""

    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w

    def backward(self, dout):
        return self.w * dout, self.x * dout


class Tuples(Times):
    def forward(self, *args):
        self.args = args
        return functools.reduce(np.multiply, args)

    def backward(self, dout):
        return tuple(dout * a for a in reversed(self.args))


class Closures(Times):
    def forward(self, x, w):
        self.backward = lambda dout: [w * dout, x * dout]
        return x * w


class InPlaceOnItsOwnCopy(Times):
    def forward(self, x, w):
        self.x, self.w = x.copy(), w.copy()
        return (np.append(x, 0)[:-1] * np.ravel(w)).reshape(x.shape)


class Shrinks:
    """One input; the gradient depends on nothing but the input's shape."""

    def forward(self, x):
        self.shape = x.shape
        return x.mean(axis=1)

    def backward(self, dout):
        return np.broadcast_to(dout[:, None] / self.shape[1], self.shape).copy()


class Largest:
    """From a vector to a number."""

    def forward(self, h):
        self.h = h
        return np.max(h)

    def backward(self, dz):
        dh = np.zeros(len(self.h))
        dh[np.argmax(self.h)] = dz
        return dh


def times(make):
    check_layer(make, x, w, dout=DOUT)


def shrinks(make):
    check_layer(make, x, dout=DOUT[:, 0], other=(x[:3, :2],))


def largest(make):
    check_layer(make, x[0], dout=2.5)


@pytest.mark.parametrize("make", [Times, Tuples, Closures, InPlaceOnItsOwnCopy])
def test_a_layer_that_keeps_its_promises_passes_however_it_is_written(make):
    times(make)
    check_layer(make, 2.5, -1.5, dout=3)
    check_layer(make, np.array([[3, -2], [1, 4]]), np.array([[2, 5], [7, 2]]), dout=DOUT[:2, :2])


def test_layers_over_one_input_and_layers_that_return_numbers_pass():
    shrinks(Shrinks)
    largest(Largest)


class ScalesX(Times):
    def forward(self, x, w):
        x *= 2
        return super().forward(x.copy(), w)


class UpstreamInPlace(Times):
    def backward(self, dout):
        dx = self.w * dout
        dout *= self.x
        return dx, dout.copy()


class SpoilsWhatForwardGot(Times):
    def backward(self, dout):
        gradients = super().backward(dout)
        self.x[:] = 0
        return gradients


class ReturnsInput(Times):
    def backward(self, dout):
        self.x, dx = self.x.copy(), self.x
        return super().backward(dout)[0], dx


class ReturnsUpstream(Times):
    def backward(self, dout):
        return self.w * dout, dout[::-1]


class OneResult(Times):
    out = np.zeros((4, 5))

    def forward(self, x, w):
        self.out[...] = super().forward(x, w)
        return self.out


class OneGradient(Times):
    def forward(self, x, w):
        self.dx = np.zeros(x.shape)
        return super().forward(x, w)

    def backward(self, dout):
        self.dx[...] = self.w * dout
        return self.dx, self.x * dout


class AddsUp(Times):
    def forward(self, x, w):
        self.dx = 0
        return super().forward(x, w)

    def backward(self, dout):
        self.dx = self.dx + self.w * dout
        return self.dx.copy(), self.x * dout


class AddsUpForEver(Times):
    dx = 0

    def backward(self, dout):
        self.dx = self.w * dout if np.ndim(self.dx) == 0 else self.dx + 0.5 * self.w * dout
        return self.dx.copy(), self.x * dout


class Consumes(Times):
    def backward(self, dout):
        gradients = super().backward(dout)
        del self.x
        return gradients


class FirstCounts(Times):
    def forward(self, x, w):
        if not hasattr(self, "x"):
            self.x, self.w = x, w
        return x * w


class FirstShape(Shrinks):
    def forward(self, x):
        if not hasattr(self, "shape"):
            self.shape = x.shape
        return x.mean(axis=1)


class KeepsTheFirstResult(Times):
    def forward(self, x, w):
        if not hasattr(self, "out"):
            self.out = super().forward(x, w)
        return self.out.copy()


class InTheClass(Times):
    cache = {}  # noqa: RUF012

    def forward(self, x, w):
        self.cache["x"], self.cache["w"] = x, w
        return x * w

    def backward(self, dout):
        return self.cache["w"] * dout, self.cache["x"] * dout


class GradientsInTheClass(Times):
    once = {}  # noqa: RUF012

    def forward(self, x, w):
        self.once.clear()
        return super().forward(x, w)

    def backward(self, dout):
        if not self.once:
            self.once["gradients"] = super().backward(dout)
        return tuple(g.copy() for g in self.once["gradients"])


class KeptUntilABackward(Times):
    kept = False

    def forward(self, x, w):
        if not self.kept:
            self.x, self.w, self.kept = x, w, True
        return x * w

    def backward(self, dout):
        self.kept = False
        return super().backward(dout)


class AddsUpInTheClass(Times):
    dx = 0

    def forward(self, x, w):
        AddsUpInTheClass.dx = 0
        return super().forward(x, w)

    def backward(self, dout):
        AddsUpInTheClass.dx = AddsUpInTheClass.dx + self.w * dout
        return AddsUpInTheClass.dx.copy(), self.x * dout


class FirstGradientCounts(Times):
    def backward(self, dout):
        if not hasattr(self, "slope"):
            self.slope = self.w.copy(), self.x.copy()
        return self.slope[0] * dout, self.slope[1] * dout


class LargestSoFar(Times):
    def forward(self, x, w):
        self.most = np.maximum(getattr(self, "most", x), x)
        super().forward(x, w)
        return self.most * w


class LargestUpstream(Times):
    def backward(self, dout):
        self.most = np.maximum(getattr(self, "most", dout), dout)
        return self.w * self.most, self.x * self.most


class NoReturn(Times):
    def backward(self, dout):
        super().backward(dout)


class Zeros(Times):
    def backward(self, dout):
        return 0 * dout, 0 * dout


BROKEN = {
    "input": (ScalesX, "ScalesX.forward changes the argument x of forward"),
    "upstream": (UpstreamInPlace, "backward changes the argument dout of backward"),
    "input on the way back": (SpoilsWhatForwardGot, "backward changes the argument x of forward"),
    "input handed out": (ReturnsInput, "backward returns memory of the argument x of forward"),
    "upstream handed out": (ReturnsUpstream, "memory of the argument dout of backward"),
    "one result": (OneResult, "changes what forward returned before|memory of what forward"),
    "one gradient": (OneGradient, "returns memory of what backward returned before"),
    "adds up": (AddsUp, "AddsUp.backward, called twice in a row.* expected"),
    "adds up for ever": (AddsUpForEver, "backward, called twice in a row"),
    "consumes": (Consumes, "fails called twice in a row: AttributeError"),
    "first forward": (FirstCounts, r"after a forward with other inputs \(the last one counts\)"),
    "first result": (KeepsTheFirstResult, r"forward, after a forward with other inputs"),
    "in the class": (InTheClass, "after the forward of another layer of its class"),
    "gradients in the class": (GradientsInTheClass, "after the backward of another layer|twice"),
    "kept until a backward": (KeptUntilABackward, r"the last one counts"),
    "adds up in the class": (AddsUpInTheClass, "backward, called twice in a row"),
    "first gradient": (FirstGradientCounts, "after the backward of another layer|with other"),
    "largest so far": (LargestSoFar, "forward, after a forward with other inputs"),
    "largest upstream": (LargestUpstream, "backward, after a backward with other inputs"),
    "no return": (NoReturn, "backward should give numbers other than 0 here, got None"),
    "zeros": (Zeros, "backward should give numbers other than 0"),
}


@pytest.mark.parametrize(("make", "says"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_promise_is_named(make, says):
    with pytest.raises(AssertionError, match=says):
        times(make)


def test_a_layer_that_keeps_its_promises_is_asked_once_for_all_of_them():
    calls = []

    class Counts(Times):
        def __init__(self):
            calls.append("made")

        def forward(self, x, w):
            calls.append("forward")
            return super().forward(x, w)

        def backward(self, dout):
            calls.append("backward")
            return super().backward(dout)

    times(Counts)
    assert [calls.count(call) for call in ("made", "forward", "backward")] == [2, 5, 6]


@pytest.mark.parametrize("method", ["forward", "backward"])
@pytest.mark.parametrize("number", range(2, 6))
def test_a_promise_that_was_broken_once_counts_though_it_is_kept_when_asked_again(method, number):
    calls = []

    class WrongOnce(Times):
        pass

    def wrong(self, *args):
        calls.append(method)
        result = getattr(Times, method)(self, *args)
        wrong = len(calls) == number
        return result + wrong if method == "forward" else (result[0] + wrong, result[1])

    setattr(WrongOnce, method, wrong)
    with pytest.raises(AssertionError, match=f"WrongOnce.{method}, "):
        times(WrongOnce)


def test_gradients_that_only_the_forward_of_another_layer_clears_are_noticed():
    class AddsUpByShape(Times):
        kept = {}  # noqa: RUF012

        def forward(self, x, w):
            self.kept.clear()
            return super().forward(x, w)

        def backward(self, dout):
            dx = self.kept[dout.shape] = self.kept.get(dout.shape, 0) + self.w * dout
            return dx.copy(), self.x * dout

    with pytest.raises(AssertionError, match="backward, called twice in a row"):
        check_layer(AddsUpByShape, x, w, dout=DOUT, other=(x[:2], w[:2]))


def test_other_inputs_may_have_another_shape_and_catch_what_is_kept_of_the_first():
    with pytest.raises(AssertionError, match="the last one counts"):
        shrinks(FirstShape)
    check_layer(FirstShape, x, dout=DOUT[:, 0])  # the same shape cannot tell


def test_a_number_handed_to_another_layer_is_noticed():
    class Shared(Largest):
        def forward(self, h):
            Shared.h = h
            return np.max(h)

    with pytest.raises(AssertionError, match="another layer of its class"):
        largest(Shared)


def test_the_callers_own_arrays_are_never_at_risk():
    before = x.copy(), w.copy(), DOUT.copy()
    for make in (ScalesX, UpstreamInPlace, SpoilsWhatForwardGot):
        with pytest.raises(AssertionError):
            times(make)
    for now, then in zip((x, w, DOUT), before, strict=True):
        np.testing.assert_array_equal(now, then)


def test_what_is_not_written_yet_stays_not_written_yet():
    class Stub:
        def forward(self, x):
            raise NotImplementedError

    with pytest.raises(NotImplementedError):
        check_layer(Stub, x, dout=DOUT)


def test_an_error_of_the_first_call_comes_through_as_it_is():
    class Crashes(Largest):
        def backward(self, dz):
            return self.nothing

    with pytest.raises(AttributeError, match="nothing"):
        largest(Crashes)
