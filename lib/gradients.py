"""Is a gradient right? Slopes of the forward pass are measured, then judged.

`Probe` measures, with shorter and shorter steps, as long as it is asked; `judge` looks at what has
been measured so far and decides, or asks for more. Nothing else here knows about steps.
"""

import copy
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from tqdm import tqdm

from lib.compare import count_of, entry, rng, show_both
from lib.messages import check_function
from lib.passes import FunctionPasses, LayerPasses, NoGradient, Passes

EPS = np.finfo(np.float64).eps
STEP = EPS ** (1 / 3)  # balances rounding against curvature in a central difference
SHORTER, LOOKS = 8, 14  # a slope in doubt is measured again, with a step so many times shorter
DIRECTIONS = 3
TOLERANCE = 1e-6
KINK = 1e-3


@check_function
def gradient_check(
    forward_f: Callable[..., Any],
    backward_f: Callable[..., Any],
    *inputs: ArrayLike,
    **named_inputs: ArrayLike,
) -> None:
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
            passes: Passes = LayerPasses(forward_f, backward_f, inputs, bar)
        else:
            passes = FunctionPasses(forward_f, backward_f, named_inputs, bar)
        here = passes.start
        bar.total = 12 * len(here)
        dout = passes.random_upstream(generator)
        gradients = passes.backward(here, dout)
        norms = {}
        for name in here:
            norms[name] = _check_input(passes, here, dout, gradients[name], name, generator)

        def check_there(there, gradients):
            for name in here:
                _check_input(passes, there, dout, gradients[name], name, generator)

        passes.check_state(here, dout, gradients, generator, check_there)
    for name, norm in norms.items():
        print(f"Gradient check on {name} PASSED with frobenius norm difference {norm:.2g}")


class _Bar(tqdm):
    monitor_interval = 0  # no thread behind the scenes: a process with threads cannot fork safely


@dataclass(frozen=True)
class Slopes:
    """What one step to either side shows.

    Attributes
    ----------
    left, right : float
        Slopes to the left and to the right; nan where the forward is not defined.
    noise : float
        What rounding alone can do to a slope that is measured with this step.
    """

    left: float
    right: float
    noise: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def bend(self) -> float:
        return abs(self.right - self.left)


def judge(
    looks: Sequence[Slopes], claimed: float, size: float, tolerated: float | None = None
) -> str | None:
    """Say whether the slope is as claimed, from what has been measured so far.

    Parameters
    ----------
    looks : sequence of Slopes
        In one direction, each with a step `SHORTER` times shorter than the one before.
    claimed : float
        The slope by the gradient that is checked.
    size : float
        Largest magnitude in that gradient; 0 stands for the first slope's.
    tolerated : float, optional
        Allowed difference, if not `TOLERANCE` of the larger of `size` and the slope.

    Returns
    -------
    str or None
        "fine", "wrong", "kink" or "undefined"; None where a shorter step would tell more.
    """
    look = looks[-1]
    off = abs(look.middle - claimed)
    scale = np.fmax(size or abs(looks[0].middle), abs(look.middle))
    allowed = (TOLERANCE * scale if tolerated is None else tolerated) + look.noise
    kinked = look.bend > KINK * np.fmax(scale, looks[0].bend) + look.noise
    as_before = False
    if len(looks) == 1:
        if off <= allowed and not kinked:
            return "fine"
    elif look.bend <= max(KINK * abs(look.middle) + look.noise, looks[-2].bend / 4):
        # It straightens out, and this change is SHORTER**2 times what is still missing.
        change = abs(look.middle - looks[-2].middle)
        if off <= allowed and change <= SHORTER**2 * allowed:
            return "fine"
        if off > allowed and change <= 0.1 * off:
            return "wrong"
    elif len(looks) > 2:
        as_before = np.ptp([each.bend for each in looks[-3:]]) < 0.1 * look.bend
    drowned = SHORTER * look.noise > 0.1 * max(off, look.bend)  # a shorter step measures rounding
    if not as_before and not drowned and len(looks) < LOOKS:
        return None
    if not np.isfinite(look.middle):
        return "undefined"
    low, high = sorted((look.left, look.right))
    if (kinked or as_before) and low - allowed <= claimed <= high + allowed:
        return "kink"
    return "fine" if off <= allowed else "wrong"


class Probe:
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

    def looks(self, direction: np.ndarray) -> Iterator[Slopes]:
        """Yield the slopes along `direction`, measured with shorter and shorter steps."""
        __tracebackhide__ = True
        for step in self.step / SHORTER ** np.arange(LOOKS):
            left, right = self.sides(direction, step)
            yield Slopes(left, right, self.rounding / step)

    def verdict(
        self, direction: np.ndarray, claimed: float, tolerated: float | None = None
    ) -> tuple[str, Slopes]:
        """Measure until `judge` decides; returns what it says and the last slopes."""
        __tracebackhide__ = True
        looks: list[Slopes] = []
        for look in self.looks(direction):
            looks.append(look)
            verdict = judge(looks, claimed, self.size, tolerated)
            if verdict is not None:
                return verdict, look
        raise AssertionError("judge decides at the last look")

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


def _check_input(passes, here, dout, gradient, name, generator):
    """Check the gradient of one input; returns the Frobenius norm of the difference."""
    __tracebackhide__ = True
    probe = Probe(passes, here, dout, gradient, name)
    squares = []
    for _ in range(DIRECTIONS):
        sign = generator.choice([-1, 1], gradient.shape)
        direction = sign * generator.uniform(0.5, 1.5, gradient.shape)
        claimed = np.sum(gradient * direction)
        verdict, look = probe.verdict(direction, claimed, 0.1 * TOLERANCE * probe.size)
        if verdict != "fine":
            return _check_each_entry(probe, gradient)
        squares.append((look.middle - claimed) ** 2 / np.mean(direction**2))
    return float(np.sqrt(np.mean(squares)))


def _check_each_entry(probe, gradient):
    __tracebackhide__ = True
    name = probe.name
    bar = probe.passes.bar
    bar.set_description(f"Measuring each entry of {name}", refresh=False)
    bar.total = bar.n + 2 * gradient.size
    left, right = np.empty(gradient.shape), np.empty(gradient.shape)
    for index in np.ndindex(gradient.shape):
        left[index], right[index] = probe.sides(_unit(gradient.shape, index), probe.step)
    slope = np.array((left + right) / 2)
    scale, noise = np.fmax(probe.size, np.abs(slope)), probe.rounding / probe.step
    error = np.abs(gradient - slope)
    off = np.array(~(error <= TOLERANCE * scale + noise))
    doubtful = np.argwhere(off | ~(np.abs(right - left) <= KINK * scale + noise))
    excused: dict = {}
    # The worst first: once it is found wrong, the others need no closer look.
    for index in sorted(map(tuple, doubtful), key=lambda i: -np.nan_to_num(error[i])):
        verdict, look = probe.verdict(_unit(gradient.shape, index), gradient[index])
        slope[index] = look.middle
        if verdict == "wrong":
            raise AssertionError(_what_is_wrong(probe, gradient, slope, index, off))
        off[index] = False
        if verdict != "fine":
            excused.setdefault(verdict, (index, look))
    for verdict, (index, look) in excused.items():
        raise NoGradient(_why_there_is_none(verdict, look, probe, index))
    return float(np.linalg.norm(gradient - slope))


def _what_is_wrong(probe, gradient, slope, index, off):
    scale = np.nanmax([probe.size, np.nanmax(np.abs(slope))])
    return (
        f"Gradient check on {probe.name} FAILED at {entry(probe.name, index)}: "
        f"got {gradient[index]:.6g}, expected {slope[index]:.6g} "
        f"(relative error {abs(gradient[index] - slope[index]) / scale:.2g}, "
        f"{count_of(off)} off, {'random' if probe.passes.takes_upstream else 'no'} upstream "
        "gradient)."
        + _ignores_upstream(probe.passes, probe.here, probe.dout, gradient, probe.name)
        + show_both(gradient, slope)
    )


def _why_there_is_none(verdict, look, probe, index):
    place = f"{entry(probe.name, index)} = {probe.here[probe.name][index]:.6g}"
    if verdict == "kink":
        left, right = _slopes_by_hand(look, probe, _unit(probe.here[probe.name].shape, index))
        return (
            f"{place} sits on a kink: the slope is {left:.6g} to the left and "
            f"{right:.6g} to the right, so there is no gradient to compare with. "
            "Your code is not to blame: move the input a little (no ties, no exact zeros) and "
            "check again."
        )
    return f"forward gives nan or inf right beside {place}: choose another input."


def _slopes_by_hand(look, probe, direction):
    """The slopes of a look without the random upstream gradient: 0 and 1, say, at a tie."""
    plain = copy.copy(probe)
    plain.dout = np.ones(np.shape(probe.dout))
    for step in probe.step / SHORTER ** np.arange(LOOKS):
        if probe.sides(direction, step) == (look.left, look.right):
            return plain.sides(direction, step)
    return look.left, look.right


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
