"""Many calls of the code under test, in order, as one question.

A play is a list of steps. In a notebook they are simply made one after the other. In a grader the
code under test lives in another process, and what stands for it there takes the whole play at
once, by its method ``__play__``: one question, whatever the number of steps.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

Outcome = tuple[Any, BaseException | None]  # what a call returned, or the exception it raised


@dataclass(slots=True)  # not frozen, which takes three times as long to make
class Step:
    """A call: of a function, of a class, or of a method of what an earlier step returned.

    target is what is called, or the number of the earlier step whose result is meant; method is
    the name of the result's or target's method, if one is called. Of what is not wanted, such as
    a layer that is only made to be called, nothing is handed back. after is the number of an
    earlier step: where that has failed, this one is not made.
    """

    target: object
    args: tuple = ()
    options: dict = field(default_factory=dict)
    method: str = ""
    wanted: bool = True
    after: int | None = None


@dataclass(frozen=True)
class Filled:
    """An argument: an array of the shape of an earlier step's result, with one value throughout."""

    number: int
    value: float


class Skipped(Exception):
    """An earlier step that this one needs has failed; the cause says how."""


def play(steps: Sequence[Step]) -> Iterator[Outcome]:
    """Make the calls; yield for each what it returned, or the exception that it raised.

    What a call returned is handed out before the next one is made, so that arrays, arguments
    included, are seen as that call has left them. A step that fails does not stop the others.

    Yields
    ------
    pair (result, error)
        error is None, or the exception.
    """
    __tracebackhide__ = True
    away: Any = next((s.target for s in steps if hasattr(type(s.target), "__play__")), None)
    yield from _play_here(steps) if away is None else away.__play__(steps)


def _play_here(steps: Sequence[Step]) -> Iterator[Outcome]:
    __tracebackhide__ = True
    results: list[Outcome] = []
    for step in steps:
        try:
            if step.after is not None:
                _result(results, step.after)
            target: Any = _result(results, step.target) if type(step.target) is int else step.target
            args = [_filled(results, value) for value in step.args]
            if step.method:
                target = getattr(target, step.method)
            outcome: Outcome = target(*args, **step.options), None
        except Skipped as error:
            outcome = None, error.__cause__
        except Exception as error:
            outcome = None, error
        results.append(outcome)
        yield outcome


def _result(results, number):
    result, error = results[number]
    if error is not None:
        raise Skipped from error
    return result


def _filled(results, value):
    if isinstance(value, Filled):
        return np.full(np.shape(_result(results, value.number)), value.value)[()]
    return value
