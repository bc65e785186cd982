"""What a function is asked when a check of it has failed, to see which mistake it makes.

A probe is a few calls with small numbers. For each name of the labs there are about ten, the
smallest first, chosen so that mistakes that differ anywhere differ here. There are no answers in
these files: what comes out is compared with `lib/fingerprints`, by `lib.diagnosis`.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import numpy as np

MODULES = tuple(sorted(module.name for module in iter_modules(__path__)))  # a lab each


@dataclass(frozen=True)
class Step:
    """One call: of the function itself, or of a method of layer number `layer`."""

    method: str
    args: tuple
    options: dict
    layer: int = 0


@dataclass(frozen=True)
class Probe:
    """Calls that are made one after the other.

    make holds the arguments of the class, or is None for a function; beside those of layer 1, which
    is made at the beginning as well; tied lists the entries of the last result that share one
    gradient in whatever way they like; view is what counts of a result where many are right; rtol
    is the allowed difference, by default that of the inputs' type; through makes the call itself,
    from the subject and the arguments.
    """

    make: tuple | None = None
    beside: tuple | None = None
    steps: tuple = ()
    tied: tuple = ()
    view: Callable | None = None
    rtol: float | None = None
    through: Callable | None = None

    def call(self, *args, **options):
        """This probe, and then a call of the function."""
        return self._then("", args, options)

    def forward(self, *args, layer=0):
        """This probe, and then forward of a layer; what is asked of layer 1 is a second one."""
        return self._then("forward", args, {}, layer)

    def backward(self, *args, layer=0):
        """This probe, and then backward of a layer."""
        return self._then("backward", args, {}, layer)

    def step(self, *args, layer=0):
        """This probe, and then a step of an optimizer."""
        return self._then("step", args, {}, layer)

    def ties(self, *groups):
        """This probe, with groups of places (in the last result, flat) that are tied."""
        return replace(self, tied=groups)

    def seen_as(self, view):
        """This probe, with only what `view` makes of each result."""
        return replace(self, view=view)

    def by(self, through):
        """This probe, with the calls made by `through`."""
        return replace(self, through=through)

    def within(self, rtol):
        """This probe, with another allowed difference."""
        return replace(self, rtol=rtol)

    def _then(self, method, args, options, layer=0):
        step = Step(method, tuple(map(_given, args)), _given_by_name(options), layer)
        return replace(self, steps=(*self.steps, step))


def call(*args, **options):
    """A probe that calls a function; lists are float64 arrays."""
    return Probe().call(*args, **options)


def layer(*args, beside=None):
    """A probe of a layer that is made with these arguments, perhaps beside another one."""
    return Probe(make=args, beside=beside)


@cache
def probes_of(name):
    """The probes of a name, or ()."""
    name = task_of(name)
    return next((lab.PROBES[name] for lab in _labs() if name in lab.PROBES), ())


@cache
def output_meanings(name):
    """What the outputs are about where a probe makes them of answers by itself: words by output."""
    lab = next((lab for lab in _labs() if name in lab.PROBES), None)
    return getattr(lab, "MEANINGS", {}).get(name, {})


def _labs():
    """The modules of the labs; those first that are loaded, for one is asked about at a time."""
    names = [f"lib.probes.{module}" for module in MODULES]
    return map(import_module, sorted(names, key=lambda name: name not in sys.modules))


LARGEST = ("MaxPool", "MaxPool1D", "MaxPool2D", "MaxOverTime")  # what gives the largest of some
ALIKE = dict.fromkeys(("Conv2DLoops", "Conv2DTaps", "Conv2DGroups"), "Conv2D")


def task_of(name):
    """The name itself, or that whose task it does in another way: one set of probes is enough."""
    return ALIKE.get(name, name)


LABELS = {
    "Conv2D": ("dX", "dw", "db"),
    "ReLU": ("da",),
    "Conv1D": ("dx", "dw"),
    "ConvBlock": ("dx", "dw"),
    "Conv1DFilters": ("dx", "dw"),
    "Conv1DVector": ("dx", "dw"),
    "Conv1DBank": ("dx", "dw"),
    "ConvBlockBatch": ("dx", "dw"),
    "MaxPool": ("dh",),
    "MaxPool1D": ("dx",),
    "MaxPool2D": ("dX",),
    "AvgPool2D": ("dX",),
    "Flatten": ("dX",),
    "Dense": ("dX", "dW", "db"),
    "SoftmaxCrossEntropy": ("the gradient",),
    "Embedding": ("dtable",),
    "TextConv": ("dx", "dw", "db"),
    "MaxOverTime": ("da",),
}
ARGUMENTS = {
    "dot_backward": ("x", "w", "da"),
    "conv_1d_backward": ("x", "w", "dout"),
    "conv_1d_unrolled_backward": ("x", "w", "dout"),
    "conv_1d_channels_backward": ("x", "w", "dout", "stride", "padding"),
    "conv_backward": ("X", "w", "dA"),
    "conv2d_backward": ("X", "w", "b", "dA", "stride", "padding"),
}


NUMBERS = {  # arguments that are numbers, by their place: of a class when it is made
    "SGD": {0: "lr", 1: "momentum"},
    "learn_filter": {2: "steps", 3: "lr"},
    "numerical_gradient": {2: "h"},
    "sharpen_filter": {0: "amount"},
    "box_filter": {0: "k"},
}


def numbers_of(name):
    """The arguments of a name that are numbers, by their place; {} where nothing is known."""
    return NUMBERS.get(name, {})


def output_labels(name):
    """What the gradients of a layer are called, in the order of forward's arguments; or ()."""
    return LABELS.get(task_of(name), ())


def argument_names(name):
    """The arguments of a backward function, or ()."""
    return ARGUMENTS.get(name, ())


# --- arguments ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Laid:
    """An array that lies in memory in a way of its own, made anew for each call."""

    how: str
    array: np.ndarray

    def __call__(self):
        """The array."""
        if self.how == "fortran":
            return np.array(self.array, order="F")
        if self.how == "reversed":
            back = (slice(None, None, -1),) * self.array.ndim
            return self.array[back].copy()[back]
        larger = np.full([2 * n for n in self.array.shape], np.nan, dtype=self.array.dtype)
        view = larger[(slice(None, None, 2),) * self.array.ndim]
        view[...] = self.array
        return view


@dataclass(frozen=True)
class Formula:
    """A function of an array `x`, given by what it computes."""

    text: str

    def __call__(self, x):
        """Its value at `x`."""
        return eval(self.text, {"np": np, "x": x})


def ints(values):
    """An int64 array."""
    return np.array(values, dtype=np.int64)


def singles(values):
    """A float32 array."""
    return np.array(values, dtype=np.float32)


def some(*shape, step=4, modulo=11, shift=5):
    """Small whole numbers of both signs, in a float64 array: no two neighbours are alike."""
    return step * np.arange(1.0, 1 + np.prod(shape)).reshape(shape) % modulo - shift


def fortran(values):
    """An array with its columns first in memory."""
    return Laid("fortran", np.array(values, dtype=np.float64))


def every_other(values):
    """A view of every other entry of a larger array, with nan between."""
    return Laid("every other", np.array(values, dtype=np.float64))


def backwards(values):
    """A reversed view."""
    return Laid("reversed", np.array(values, dtype=np.float64))


def _given(value):
    return np.array(value, dtype=np.float64) if isinstance(value, list) else value


def _given_by_name(options):
    return {name: _given(value) for name, value in options.items()}
