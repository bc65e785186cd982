"""What the lab notebooks check your work with.

`gradient_check` compares a backward pass with slopes measured on the forward pass. The rest comes
from `lib.compare` (results) and `lib.fine_print` (dtypes, views, untouched inputs, out of bounds).
Every check raises an AssertionError that names the place, what was found and what was expected.
"""

import copy
import inspect
import numbers
import re
import sys

import numpy as np
from tqdm import tqdm

from lib.cases import case, check_backward, check_cases, check_forward
from lib.compare import (
    Shares,
    check_equal,
    check_gradients,
    check_keys,
    check_shares,
    count_of,
    describe,
    entry,
    rng,
    shape_hint,
    show_both,
)
from lib.fine_print import (
    check_bounds,
    check_kinds,
    check_layer,
    check_own_steps,
    check_untouched,
)
from lib.messages import check_function

__all__ = [
    "Shares",
    "case",
    "check_backward",
    "check_bounds",
    "check_cases",
    "check_equal",
    "check_forward",
    "check_gradients",
    "check_kinds",
    "check_layer",
    "check_own_steps",
    "check_shares",
    "check_untouched",
    "gradient_check",
    "rng",
]

EPS = np.finfo(np.float64).eps
STEP = EPS ** (1 / 3)  # balances rounding against curvature in a central difference
SHORTER, LOOKS = 8, 14  # a slope in doubt is measured again, with a step so many times shorter
DIRECTIONS = 3
TOLERANCE = 1e-6
KINK = 1e-3
POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
UPSTREAM = re.compile(r"d\w?(_?out\w*)?|dl\w*|\w*grad\w*|upstream\w*|delta\w*", re.IGNORECASE)


@check_function
def gradient_check(forward_f, backward_f, *inputs, **named_inputs):
    """Compare a backward pass with the slopes of its forward pass, measured numerically.

    Two forms::

        gradient_check(forward_f=f, backward_f=g, x=x, w=w)       # g(x=, w=, ...) -> dict
        gradient_check(layer.forward, layer.backward, x, w)      # backward(dout) -> gradient(s)

    Prints one line for each input: ``Gradient check on x PASSED with frobenius norm difference
    2.1e-11``.

    Parameters
    ----------
    forward_f : callable
        Takes the inputs, returns a number or an array.
    backward_f : callable
        First form: takes the inputs by name and, if it has an argument for it (whatever its
        name: ``da``, ``dA``, ``dout``, ...), the upstream gradient; returns a dict of gradients.
        Second form: takes the upstream gradient; returns one gradient or a tuple of them.
    *inputs, **named_inputs : numbers or arrays
        Where to check, any shape; ints become floats. What the forward has a default for and is
        no array (``stride=2``) is an option: it is handed to both and not checked.

    Raises
    ------
    AssertionError
        A gradient is wrong. The message names input, index, got and expected.
    ValueError
        The input cannot be checked: complex, nan, empty, at the border of what the forward is
        defined for, or on a kink, where the slopes to the left and to the right differ.

    Notes
    -----
    The upstream gradient is random: one of ones cannot tell whether it is used at all. The slope
    of ``sum(forward(x) * dout)`` is a central difference ``(f(x + h) - f(x - h)) / 2h``. The
    relative error of a gradient ``a`` with numerical value ``n`` is::

        max|a - n| / max(max|a|, max|n|)     and must stay below 1e-6

    (after https://cs231n.github.io/neural-networks-3/#gradcheck, with the largest entry as the
    scale, so that entries near zero are not drowned in rounding; what rounding alone can do,
    ``8 eps norm(f dout) / h``, is allowed on top).

    Every entry is checked, all at once: the slope along three random directions must be the
    gradient's product with them, as in HIPS/autograd's `check_grads`; the norm printed is then
    estimated from them. Where a direction disagrees, each entry is measured by itself. A slope in
    doubt is measured again with shorter steps: curvature straightens out, a kink does not.
    The backward is also called again after other calls, and must repeat its answer.
    """
    __tracebackhide__ = True
    if inputs and named_inputs:
        raise TypeError("Give the inputs by name, or by position for a layer: not both.")
    if not inputs and not named_inputs:
        raise TypeError("Give at least one input to check, such as x=np.array([2.0]).")
    generator = rng()
    # nan is looked for below, where there is more to say about it than a warning does.
    with (
        np.errstate(all="ignore"),
        _Bar(desc="Gradient check", delay=1, leave=False, file=sys.stdout) as bar,
    ):
        if inputs:
            passes = _LayerPasses(forward_f, backward_f, inputs, bar)
        else:
            passes = _FunctionPasses(forward_f, backward_f, named_inputs, bar)
        here = passes.start
        bar.total = 12 * len(here)
        dout = passes.random_upstream(generator)
        gradients = passes.backward(here, dout)
        norms = {}
        for name in here:
            norms[name] = _check_input(passes, here, dout, gradients[name], name, generator)
        passes.check_state(here, dout, gradients, generator)
    for name, norm in norms.items():
        print(f"Gradient check on {name} PASSED with frobenius norm difference {norm:.2g}")


class _NoGradient(ValueError):
    """The input stands where the forward has no gradient."""


class _Bar(tqdm):
    monitor_interval = 0  # no thread behind the scenes: a process with threads cannot fork safely


class _Passes:
    """A forward and a backward behind one face: dicts of float64 arrays in and out."""

    def __init__(self, forward_f, backward_f, named, bar):
        self.forward_f, self.backward_f, self.bar = forward_f, backward_f, bar
        self.start = {name: _as_input(name, value) for name, value in named.items()}
        # A number stays a number: what is written for `w = 2.0` need not work for an array.
        self.numbers = {name for name, value in named.items() if not _is_array_like(value)}

    def fresh(self, here):
        """Copies, so that nothing that the code under test does to them outlives the call."""
        return {name: here[name].copy()[() if name in self.numbers else ...] for name in here}

    def as_output(self, result):
        __tracebackhide__ = True
        self.bar.update()
        if not isinstance(result, np.ndarray | numbers.Number) or np.size(result) == 0:
            raise AssertionError(f"forward must return numbers, got {describe(result)}.")
        result = np.array(result)
        if result.dtype.kind not in "iuf":
            raise AssertionError(f"forward must return real numbers, got dtype {result.dtype}.")
        if result.dtype in (np.float16, np.float32):
            raise AssertionError(
                f"forward turns float64 into {result.dtype}, too coarse to measure slopes on. "
                "Make its result an array of the input's dtype."
            )
        return result.astype(np.float64)

    def random_upstream(self, generator):
        __tracebackhide__ = True
        output = self.forward(self.start)
        if not np.isfinite(output).all():
            raise AssertionError(
                "forward gives nan or inf here, so there is no slope to measure. Look for a "
                "division by zero, or choose other inputs."
            )
        if not self.takes_upstream:
            return np.ones(output.shape)
        # Of both signs and away from 0, so that every output counts.
        return generator.choice([-1, 1], output.shape) * generator.uniform(0.5, 1.5, output.shape)

    def elsewhere(self, here, generator):
        """Other inputs: the first one of other sign, so that masks and maxima move, or near by."""
        first = next(iter(here))
        for flip in (True, False):
            there = {name: x * generator.uniform(0.99, 1.01, x.shape) for name, x in here.items()}
            if flip:
                there[first] = generator.uniform(-0.1, 0.1, here[first].shape) - there[first]
            try:
                if np.isfinite(self.forward(there)).all():
                    return there
            except Exception:  # such as math.log of a negative number
                continue
        return here


class _FunctionPasses(_Passes):
    """``backward(x=, w=, dout=)`` returns a dict."""

    def __init__(self, forward_f, backward_f, named, bar):
        optional = {n for n, p in _signature(forward_f).items() if p.default is not p.empty}
        arrays = {
            name: value
            for name, value in named.items()
            if name not in optional or isinstance(value, np.ndarray)
        }
        if not arrays:
            raise TypeError("Give at least one input to check, such as x=np.array([2.0]).")
        super().__init__(forward_f, backward_f, arrays, bar)
        self.options = {name: value for name, value in named.items() if name not in arrays}
        takes = _signature(backward_f).values()
        unknown = set(arrays) - {p.name for p in takes}
        if takes and unknown and not any(p.kind is p.VAR_KEYWORD for p in takes):
            raise TypeError(
                f"backward has no argument {' and '.join(sorted(unknown))}. A function's backward "
                "takes the same names as its forward; for a layer, give the inputs by position: "
                "gradient_check(layer.forward, layer.backward, x)."
            )
        self.upstream_name = _find_upstream(backward_f, named)
        self.takes_upstream = self.upstream_name is not None

    def forward(self, here):
        __tracebackhide__ = True
        return self.as_output(_call(self.forward_f, {**self.fresh(here), **self.options}))

    def backward(self, here, dout):
        __tracebackhide__ = True
        upstream = {self.upstream_name: dout.copy()[()]} if self.takes_upstream else {}
        answer = _call(self.backward_f, {**self.fresh(here), **upstream, **self.options})
        check_keys(answer, here, "backward")
        return {name: _as_gradient(name, answer[name], here[name].shape) for name in here}

    def check_state(self, here, dout, gradients, generator):
        __tracebackhide__ = True
        there = self.elsewhere(here, generator)
        self.forward(there)
        self.backward(there, -2 * dout)
        _check_same(gradients, self.backward(here, dout), "after a call with other inputs")


class _LayerPasses(_Passes):
    """``forward(x, w)`` remembers, ``backward(dout)`` returns one gradient or a tuple."""

    takes_upstream = True

    def __init__(self, forward_f, backward_f, inputs, bar):
        takes = _signature(backward_f).values()
        needs = [p.name for p in takes if p.default is p.empty and p.kind in POSITIONAL]
        if len(needs) > 1:
            raise TypeError(
                f"backward needs {' and '.join(needs)}. A layer's backward takes the upstream "
                "gradient alone; for functions, give the inputs by name: "
                "gradient_check(forward_f=f, backward_f=g, x=x, w=w)."
            )
        names = _positional_names(forward_f, len(inputs))
        super().__init__(forward_f, backward_f, dict(zip(names, inputs, strict=True)), bar)

    def forward(self, here):
        __tracebackhide__ = True
        return self.as_output(self.forward_f(*self.fresh(here).values()))

    def backward(self, here, dout):
        __tracebackhide__ = True
        self.forward(here)
        return self.backward_again(here, dout)

    def backward_again(self, here, dout):
        __tracebackhide__ = True
        answer = self.backward_f(dout.copy()[()])
        if len(here) == 1:
            answer = (answer,)
        if not isinstance(answer, tuple | list) or len(answer) != len(here):
            raise AssertionError(
                f"backward must return a tuple of {len(here)} gradients, for "
                f"{' and '.join(here)}; got {describe(answer)}."
            )
        return {
            name: _as_gradient(name, gradient, here[name].shape)
            for name, gradient in zip(here, answer, strict=True)
        }

    def check_state(self, here, dout, gradients, generator):
        __tracebackhide__ = True
        self.backward(here, dout)
        try:
            again = self.backward_again(here, dout)
        except Exception as error:
            raise AssertionError(
                "backward fails when it is called twice after one forward "
                f"({type(error).__name__}: {error}). Leave what forward has stored as it is."
            ) from error
        _check_same(gradients, again, "when it is called a second time")
        there = self.elsewhere(here, generator)
        try:
            elsewhere = self.backward(there, dout)
            for name in here:
                _check_input(self, there, dout, elsewhere[name], name, generator)
        except _NoGradient:
            pass  # a kink over there says nothing about the gradient here
        except AssertionError as error:
            raise AssertionError(
                "backward is right at your inputs, and wrong after forward was called with "
                f"others. Is something left from the first forward? The last one counts. {error}"
            ) from None
        self.forward(here)
        twin = _twin_of(self.forward_f)
        if twin is not None:
            twin(*self.fresh(there).values())
        again = self.backward_again(here, dout)
        _check_same(gradients, again, "after another layer's forward", "Keep state in self alone.")


class _Probe:
    """Measures slopes of ``sum(forward * dout)`` along directions of one input."""

    def __init__(self, passes, here, dout, gradient, name):
        self.passes, self.here, self.dout, self.name = passes, here, dout, name
        self.middle = passes.forward(here)
        self.size = np.abs(gradient).max()
        # Outputs are rounded independently of each other: the errors add up like a norm.
        self.rounding = 8 * EPS * np.linalg.norm(self.middle * dout)
        # Beside large outputs a small slope drowns in rounding, unless the step is longer.
        longer = self.rounding / (TOLERANCE * self.size) if self.size else 0.0
        scale = max(1.0, np.abs(here[name]).max())
        self.step = max(STEP * scale, min(longer, 0.1 * scale))

    def sides(self, direction, step):
        """Slopes to the left and to the right; nan where the forward is not defined."""
        __tracebackhide__ = True
        x = self.here[self.name]
        right = self.passes.forward({**self.here, self.name: x + step * direction})
        left = self.passes.forward({**self.here, self.name: x - step * direction})
        if not left.shape == self.middle.shape == right.shape:
            raise AssertionError("forward returns another shape for other values of its input.")
        slopes = (self.middle - left) * self.dout / step, (right - self.middle) * self.dout / step
        return np.sum(slopes[0]), np.sum(slopes[1])

    def judge(self, direction, claimed, tolerated=None):
        """Say whether the slope is as claimed: "fine", "wrong", "kink" or "undefined".

        Returns the verdict and the slopes to the left and to the right.
        """
        __tracebackhide__ = True
        slopes, bends = [], []
        for step in self.step / SHORTER ** np.arange(LOOKS):
            left, right = self.sides(direction, step)
            slope, bend, noise = (left + right) / 2, abs(right - left), self.rounding / step
            slopes.append(slope)
            bends.append(bend)
            off, scale = abs(slope - claimed), np.fmax(self.size or abs(slopes[0]), abs(slope))
            allowed = (TOLERANCE * scale if tolerated is None else tolerated) + noise
            kinked = bend > KINK * np.fmax(scale, bends[0]) + noise
            if len(slopes) == 1:
                if off <= allowed and not kinked:
                    return "fine", left, right
            elif bend <= max(KINK * abs(slope) + noise, bends[-2] / 4):  # it straightens out
                change = abs(slope - slopes[-2])  # and is SHORTER**2 times what is still missing
                if off <= allowed and change <= SHORTER**2 * allowed:
                    return "fine", left, right
                if off > allowed and change <= 0.1 * off:
                    return "wrong", left, right
            elif len(bends) > 2 and np.ptp(bends[-3:]) < 0.1 * bend:
                kinked = True  # it looks the same from however near
                break
            if SHORTER * noise > 0.1 * max(off, bend):
                break  # a shorter step would measure rounding
        if not np.isfinite(left + right):
            return "undefined", left, right
        if kinked and min(left, right) - allowed <= claimed <= max(left, right) + allowed:
            return "kink", left, right
        return ("fine" if off <= allowed else "wrong"), left, right


def _check_input(passes, here, dout, gradient, name, generator):
    """Check the gradient of one input; returns the Frobenius norm of the difference."""
    __tracebackhide__ = True
    probe = _Probe(passes, here, dout, gradient, name)
    squares = []
    for _ in range(DIRECTIONS):
        sign = generator.choice([-1, 1], gradient.shape)
        direction = sign * generator.uniform(0.5, 1.5, gradient.shape)
        claimed = np.sum(gradient * direction)
        verdict, left, right = probe.judge(direction, claimed, 0.1 * TOLERANCE * probe.size)
        if verdict != "fine":
            return _check_each_entry(probe, gradient)
        squares.append(((left + right) / 2 - claimed) ** 2 / np.mean(direction**2))
    return float(np.sqrt(np.mean(squares)))


def _check_each_entry(probe, gradient):
    __tracebackhide__ = True
    passes, name = probe.passes, probe.name
    passes.bar.set_description(f"Measuring each entry of {name}", refresh=False)
    passes.bar.total = passes.bar.n + 2 * gradient.size
    left, right = np.empty(gradient.shape), np.empty(gradient.shape)
    for index in np.ndindex(gradient.shape):
        left[index], right[index] = probe.sides(_unit(gradient.shape, index), probe.step)
    slope = np.array((left + right) / 2)
    scale, noise = np.fmax(probe.size, np.abs(slope)), probe.rounding / probe.step
    error = np.abs(gradient - slope)
    off = np.array(~(error <= TOLERANCE * scale + noise))
    doubtful = np.argwhere(off | ~(np.abs(right - left) <= KINK * scale + noise))
    excused = {}
    # The worst first: once it is found wrong, the others need no closer look.
    for index in sorted(map(tuple, doubtful), key=lambda i: -np.nan_to_num(error[i])):
        unit = _unit(gradient.shape, index)
        verdict, left[index], right[index] = probe.judge(unit, gradient[index])
        slope[index] = (left[index] + right[index]) / 2
        if verdict == "wrong":
            scale = np.nanmax([probe.size, np.nanmax(np.abs(slope))])
            raise AssertionError(
                f"Gradient check on {name} FAILED at {entry(name, index)}: "
                f"got {gradient[index]:.6g}, expected {slope[index]:.6g} "
                f"(relative error {abs(gradient[index] - slope[index]) / scale:.2g}, "
                f"{count_of(off)} off, {'random' if passes.takes_upstream else 'no'} upstream "
                "gradient)."
                + _ignores_upstream(passes, probe.here, probe.dout, gradient, name)
                + show_both(gradient, slope)
            )
        off[index] = False
        if verdict != "fine":
            excused.setdefault(verdict, index)
    for verdict, index in excused.items():
        place = f"{entry(name, index)} = {probe.here[name][index]:.6g}"
        if verdict == "kink":
            raise _NoGradient(
                f"{place} sits on a kink: the slope is {left[index]:.6g} to the left and "
                f"{right[index]:.6g} to the right, so there is no gradient to compare with. "
                "Your code is not to blame: move the input a little (no ties, no exact zeros) and "
                "check again."
            )
        raise _NoGradient(f"forward gives nan or inf right beside {place}: choose another input.")
    return float(np.linalg.norm(gradient - slope))


def _unit(shape, index):
    direction = np.zeros(shape)
    direction[index] = 1
    return direction


def _ignores_upstream(passes, here, dout, gradient, name):
    if not passes.takes_upstream or not gradient.any():
        return ""
    if not np.array_equal(passes.backward(here, 2 * dout)[name], gradient):
        return ""
    return (
        "\nTwice the upstream gradient gives the same answer. "
        "The chain rule multiplies by it: is it used?"
    )


def _check_same(first, again, when, advice="It depends on what another call left behind."):
    __tracebackhide__ = True
    for name, gradient in first.items():
        wrong = ~(np.abs(gradient - again[name]) <= 1e-9 * np.abs(gradient).max())
        if wrong.any():
            place = tuple(np.argwhere(wrong)[0])
            raise AssertionError(
                f"backward changes its answer {when}: the gradient at {entry(name, place)} was "
                f"{gradient[place]:.6g} and is now {again[name][place]:.6g}. {advice}"
            )


def _twin_of(forward_f):
    """The forward of another layer just like this one, where there can be one."""
    if not inspect.ismethod(forward_f) or inspect.isclass(forward_f.__self__):
        return None
    try:
        twin = copy.deepcopy(forward_f.__self__)
    except Exception:  # it holds something that cannot be copied
        return None
    return None if twin is forward_f.__self__ else getattr(twin, forward_f.__name__)


def _is_array_like(value):
    return isinstance(value, np.ndarray) or np.ndim(value) > 0


def _as_input(name, value):
    array = np.asarray(value)
    if array.dtype.kind == "c":
        raise ValueError(f"{name} is complex: gradient_check works with real numbers.")
    if array.dtype.kind not in "iuf":
        raise ValueError(f"{name} must be real numbers, got {value!r}.")
    if array.size == 0:
        raise ValueError(f"{name} is empty, of shape {array.shape}: there is nothing to check.")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} contains nan or inf: choose finite numbers.")
    return np.array(array, dtype=np.float64)


def _as_gradient(name, value, shape):
    __tracebackhide__ = True
    if not isinstance(value, np.ndarray | numbers.Number):
        raise AssertionError(f"The gradient of {name} must be an array, got {describe(value)}.")
    gradient = np.array(value)
    if gradient.shape != shape:
        raise AssertionError(
            f"The gradient of {name} must have the shape of {name}: expected {shape}, "
            f"got {gradient.shape}{shape_hint(gradient.shape, shape)}"
        )
    if gradient.dtype.kind not in "iuf" or not np.isfinite(gradient).all():
        raise AssertionError(f"The gradient of {name} must be finite and real, got\n{gradient}")
    return gradient.astype(np.float64)


def _signature(function):
    try:
        return inspect.signature(function).parameters
    except (TypeError, ValueError):  # some builtins have none
        return {}


def _call(function, named):
    """Call by name, and by position where an argument has no other way in."""
    __tracebackhide__ = True
    first = [
        name
        for name, p in _signature(function).items()
        if p.kind is p.POSITIONAL_ONLY and name in named
    ]
    rest = {name: value for name, value in named.items() if name not in first}
    return function(*[named[name] for name in first], **rest)


def _find_upstream(backward_f, named):
    """Name of the argument of `backward_f` for the upstream gradient, or None."""
    others = [
        p
        for p in _signature(backward_f).values()
        if p.name not in named and p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)
    ]
    found = [p.name for p in others if UPSTREAM.fullmatch(p.name)]
    if not found:  # some other name; but options have a default that is not None, as in stride=1
        found = [p.name for p in others if p.default is None or p.default is p.empty]
    if len(found) > 1:
        raise TypeError(
            f"Which argument of backward is the upstream gradient: {' or '.join(found)}? "
            "Rename the other."
        )
    return found[0] if found else None


def _positional_names(forward_f, count):
    names = [p.name for p in _signature(forward_f).values() if p.kind in POSITIONAL]
    return names[:count] if len(names) >= count else [f"param #{i}" for i in range(count)]
