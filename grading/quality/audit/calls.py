"""A call of a solution is data: the steps to make, with their arguments."""

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from grading.quality.audit.functions import Function


@dataclass(frozen=True)
class Step:
    """A call of the name itself (method ""), or of a method of the object it returned."""

    method: str
    args: tuple = ()
    options: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Call:
    """What to do with a name: only look at it (no steps), call it, or use the object it makes.

    Attributes
    ----------
    far : int
        0 for a call of the tests, 1 with other values, 2 with other sizes, 3 with other options.
    beyond : bool
        Whether it goes where no test has a number of that sign: it counts where the solution
        refuses it by an error of its own, and nowhere else.
    looks : tuple of str
        Attributes of the first step's object to look at in the end.
    """

    name: str
    steps: tuple[Step, ...] = ()
    far: int = 0
    beyond: bool = False
    looks: tuple[str, ...] = ()

    def values(self) -> Iterator[Any]:
        for step in self.steps:
            yield from step.args
            yield from step.options.values()

    def with_values(self, values: Iterable[Any], far: int) -> "Call":
        """The same call with other arguments, in the order of `values()`."""
        left = iter(copy.deepcopy(list(values)))
        steps = tuple(
            Step(
                step.method,
                tuple(next(left) for _ in step.args),
                {name: next(left) for name in step.options},
            )
            for step in self.steps
        )
        return replace(self, steps=steps, far=far)

    @property
    def size(self) -> tuple:
        """A measure of the call's size: smaller is easier to read."""
        values = list(self.values())
        weights = sum(map(weight, values)) + len(self.steps)
        return (weights, sum(map(_untidy, values)), self.far, text_of(self))


def weight(value: Any) -> int:
    """The count of numbers or letters to read in a value."""
    if isinstance(value, np.ndarray):
        return value.size + value.ndim
    if isinstance(value, dict):
        return 1 + sum(map(weight, value.values()))
    if isinstance(value, list | tuple | set | frozenset):
        return 1 + sum(map(weight, value))
    if isinstance(value, Function):
        return 1 + len(value.text) // 10
    return 1 + len(value) if isinstance(value, str) else 1


def _untidy(value):
    """How far numbers are from small integers."""
    if isinstance(value, np.ndarray) and value.dtype.kind in "iuf" and value.size:
        with np.errstate(all="ignore"):
            whole = value == np.round(value)
            return float(np.sum(~whole) * 10 + np.sum(np.minimum(np.abs(value), 100)))
    if isinstance(value, list | tuple):
        return sum(map(_untidy, value))
    if isinstance(value, int | float):
        return min(abs(value), 100) + 10 * (value != round(value) if abs(value) < 1e9 else 1)
    return 0.0


def text_of(call: Call) -> str:
    """The text that identifies a call: equal calls have equal texts."""
    return repr([(s.method, s.args, sorted(s.options.items())) for s in call.steps])
