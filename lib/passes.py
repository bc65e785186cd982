"""A forward and a backward pass, called as the code under test wants to be called.

Functions or the methods of a layer, inputs by name or by position, numbers or arrays: behind one
face, with dicts of float64 arrays in and out. What comes back is looked at before it is used.
"""

import copy
import inspect
import numbers
import re
from abc import ABC, abstractmethod
from typing import Any

import numpy as np

from lib.compare import check_keys, describe, entry, shape_hint
from lib.signatures import parameters

POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
UPSTREAM = re.compile(r"d\w?(_?out\w*)?|dl\w*|\w*grad\w*|upstream\w*|delta\w*", re.IGNORECASE)


class NoGradient(ValueError):
    """The input stands where the forward has no gradient."""


class Passes(ABC):
    """A forward and a backward behind one face: dicts of float64 arrays in and out."""

    takes_upstream: bool

    def __init__(self, forward_f, backward_f, named, bar):
        self.forward_f, self.backward_f, self.bar = forward_f, backward_f, bar
        self.start = {name: _as_input(name, value) for name, value in named.items()}
        # A number stays a number: what is written for `w = 2.0` need not work for an array.
        self.numbers = {name for name, value in named.items() if not _is_array_like(value)}

    @abstractmethod
    def forward(self, here: dict) -> np.ndarray: ...

    @abstractmethod
    def backward(self, here: dict, dout: np.ndarray) -> dict: ...

    @abstractmethod
    def check_state(self, here, dout, gradients, generator, check_there) -> None:
        """Look whether it hangs on what other calls have left behind."""

    def fresh(self, here):
        """Copies, so that nothing that the code under test does to them outlives the call."""
        return {name: here[name].copy()[() if name in self.numbers else ...] for name in here}

    def as_output(self, result: Any) -> np.ndarray:
        __tracebackhide__ = True
        self.bar.update()
        if not isinstance(result, np.ndarray | numbers.Number) or np.array(result).size == 0:
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


class FunctionPasses(Passes):
    """``backward(x=, w=, dout=)`` returns a dict."""

    def __init__(self, forward_f, backward_f, named, bar):
        optional = {n for n, p in parameters(forward_f).items() if p.default is not p.empty}
        arrays = {
            name: value
            for name, value in named.items()
            if name not in optional or isinstance(value, np.ndarray)
        }
        if not arrays:
            raise TypeError("Give at least one input to check, such as x=np.array([2.0]).")
        super().__init__(forward_f, backward_f, arrays, bar)
        self.options = {name: value for name, value in named.items() if name not in arrays}
        takes = parameters(backward_f).values()
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

    def check_state(self, here, dout, gradients, generator, check_there):
        __tracebackhide__ = True
        there = self.elsewhere(here, generator)
        self.forward(there)
        self.backward(there, -2 * dout)
        _check_same(gradients, self.backward(here, dout), "after a call with other inputs")


class LayerPasses(Passes):
    """``forward(x, w)`` remembers, ``backward(dout)`` returns one gradient or a tuple."""

    takes_upstream = True

    def __init__(self, forward_f, backward_f, inputs, bar):
        takes = parameters(backward_f).values()
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

    def check_state(self, here, dout, gradients, generator, check_there):
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
            check_there(there, elsewhere)
        except NoGradient:
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


def _call(function, named):
    """Call by name, and by position where an argument has no other way in."""
    __tracebackhide__ = True
    first = [
        name
        for name, p in parameters(function).items()
        if p.kind is p.POSITIONAL_ONLY and name in named
    ]
    rest = {name: value for name, value in named.items() if name not in first}
    return function(*[named[name] for name in first], **rest)


def _find_upstream(backward_f, named):
    """Name of the argument of `backward_f` for the upstream gradient, or None."""
    others = [
        p
        for p in parameters(backward_f).values()
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
    names = [p.name for p in parameters(forward_f).values() if p.kind in POSITIONAL]
    return names[:count] if len(names) >= count else [f"param #{i}" for i in range(count)]
