"""Calls of a solution: what its tests ask for, and more like it, made by rule.

A call is data: the steps to make, with their arguments. More calls come from the tests' own: other
values, sizes and options, the smaller the better. Which of them make sense is not known here: only
those count that the solution itself answers, or refuses by an error of its own.
"""

import copy
import random
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import numpy as np

MOST_SEEN = 12  # calls of the tests that more are made from
MOST = 260  # calls to ask
DRAWN = 150  # by chance, on top of those by rule
MAX_ELEMENTS = 4_000  # of all arguments of a call


@dataclass(frozen=True)
class Step:
    """A call of the name itself ("" as its method), or of a method of what that returned."""

    method: str
    args: tuple = ()
    options: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Call:
    """What to do with a name: nothing but look at it (no steps), call it, or use what it makes.

    far : int
        0 for a call of the tests, 1 with other values, 2 with other sizes, 3 with other options.
    """

    name: str
    steps: tuple[Step, ...] = ()
    far: int = 0

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
        return Call(self.name, steps, far)

    @property
    def size(self) -> tuple:
        """Smaller means easier to read."""
        values = list(self.values())
        return (sum(map(weight, values)), sum(map(_untidy, values)), self.far, _text(self))


def weight(value: Any) -> int:
    """How many numbers or letters there are to read."""
    if isinstance(value, np.ndarray):
        return value.size + value.ndim
    if isinstance(value, dict):
        return 1 + sum(map(weight, value.values()))
    if isinstance(value, list | tuple | set | frozenset):
        return 1 + sum(map(weight, value))
    return 1 + len(value) if isinstance(value, str) else 1


def _untidy(value):
    """How far numbers are from small whole ones."""
    if isinstance(value, np.ndarray) and value.dtype.kind in "iuf" and value.size:
        with np.errstate(all="ignore"):
            whole = value == np.round(value)
            return float(np.sum(~whole) * 10 + np.sum(np.minimum(np.abs(value), 100)))
    if isinstance(value, list | tuple):
        return sum(map(_untidy, value))
    if isinstance(value, int | float):
        return min(abs(value), 100) + 10 * (value != round(value) if abs(value) < 1e9 else 1)
    return 0.0


def _text(call):
    return repr([(s.method, s.args, sorted(s.options.items())) for s in call.steps])


def calls_like(seen: list[Call], name: str) -> list[Call]:
    """Calls like those of the tests, the tests' own among them, the smallest first."""
    if not seen:
        return [Call(name)]
    drawn = random.Random(zlib.crc32(name.encode()))
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    base = _varied(seen)
    found: dict[str, Call] = {}

    def keep(call):
        if sum(map(weight, call.values())) <= MAX_ELEMENTS:
            found.setdefault(_text(call), call)

    for call in base:
        keep(call)
    for call in base:
        for other in _by_rule(call, base, rng):
            keep(other)
    for _ in range(DRAWN):
        call = drawn.choice(base)
        for change in (_resized, _rescaled, _revalued):
            if drawn.random() < 0.7:
                others = list(change(call, base, rng))
                call = drawn.choice(others) if others else call
        keep(call)
    ordered = sorted(found.values(), key=lambda call: call.size)
    tests = [call for call in ordered if call.far == 0]
    others = [call for call in ordered if call.far]
    room = max(MOST - len(tests), 0)
    small = others[: room * 2 // 3]
    rest = others[len(small) :]
    spread = rest[:: max(1, len(rest) // max(1, room - len(small)))][: room - len(small)]
    return sorted(tests + small + spread, key=lambda call: call.size)


def _varied(seen):
    """The smallest of the tests' calls, no two of the same form while there are others."""
    forms: dict[tuple, list[Call]] = {}
    for call in sorted(seen, key=lambda call: call.size):
        forms.setdefault(_form(call), []).append(call)
    rows = [rank for row in zip(*map(_padded(forms), forms.values()), strict=True) for rank in row]
    return [call for call in rows if call is not None][:MOST_SEEN]


def _padded(forms):
    longest = max(map(len, forms.values()))
    return lambda calls: calls + [None] * (longest - len(calls))


def _form(call):
    return tuple(
        (s.method, tuple(map(_kind, s.args)), tuple(sorted(s.options))) for s in call.steps
    )


def _kind(value):
    if isinstance(value, np.ndarray):
        return value.dtype.kind, value.shape
    return type(value).__name__


def _by_rule(call, base, rng):
    for change in (_revalued, _resized, _rescaled):
        for other in change(call, base, rng):
            yield other
            if change is not _revalued:
                yield from list(_revalued(other, base, rng))[:2]


# --- other values ------------------------------------------------------------------------------


def _revalued(call, base, rng):
    """All arrays and lists filled anew: small whole numbers, numbers of both signs, ties."""
    kinds = ("small", "signed", "ties", "normal", "whole")
    for kind in kinds:
        values = [_filled(value, kind, rng) for value in call.values()]
        yield call.with_values(values, max(call.far, 1))
    for at, value in enumerate(call.values()):
        if isinstance(value, list | tuple | str):
            for other in _listed(value, rng):
                yield _put(call, at, other, max(call.far, 1))


def _filled(value, kind, rng):
    if isinstance(value, np.ndarray):
        return _array(value, kind, rng)
    if isinstance(value, list | tuple) and value and all(_is_number(v) for v in value):
        other = _array(np.array(value), kind, rng).tolist()
        return type(value)(other) if type(value) in (list, tuple) else value
    if isinstance(value, list) and value and all(isinstance(v, list) for v in value):
        return [_filled(v, kind, rng) for v in value]
    return value


def _array(value, kind, rng):
    """An array of the same shape and kind; ints stay in their range: they may be indices."""
    shape, dtype = value.shape, value.dtype
    if dtype.kind == "b":
        return rng.random(shape) < 0.5
    if dtype.kind in "iu":
        low, high = (int(value.min()), int(value.max())) if value.size else (0, 0)
        return rng.integers(low, high + 1, shape).astype(dtype)
    if dtype.kind != "f":
        return value
    if kind == "small":
        made = rng.integers(1, 10, shape)
    elif kind == "signed":
        made = rng.integers(-5, 6, shape)
    elif kind == "ties":
        made = rng.integers(0, 2, shape)
    elif kind == "whole":
        return rng.integers(-5, 6, shape)
    else:
        made = np.round(rng.normal(size=shape), 2)
    return np.asarray(made).astype(dtype)


def _is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def _listed(value, rng):
    """Other lists, tuples and texts made of one: none, one, turned, twice, with ties."""
    yield value[:0]
    yield value[:1]
    yield value[1:]
    yield value[::-1]
    yield value + value
    if isinstance(value, str):
        yield value.upper()
        yield f" {value}"
        yield "aba"
        yield "".join(rng.permutation(list(value)))
        yield "".join(letter * 2 for letter in value)
        yield value.replace(value[:1], "")
        yield value.swapcase()
        yield f"{value} {value[::-1]}"
        yield f"{value}1"
    elif value and all(_is_number(v) for v in value):
        kind = type(value)
        yield kind([value[0]] * 3)
        yield kind([-v for v in value])
        for length in (1, 2, 3, len(value), len(value) + 1):
            yield kind(rng.integers(-3, 4, length).tolist())
            yield kind(np.round(rng.normal(size=length), 1).tolist())
        yield kind([*value, 0])


# --- other sizes -------------------------------------------------------------------------------


def _resized(call, base, rng):
    """Arrays with other sizes: each axis alone, and all axes of one size together."""
    values = list(call.values())
    arrays = [(i, v) for i, v in enumerate(values) if isinstance(v, np.ndarray) and v.ndim]
    sizes = sorted({size for _, value in arrays for size in value.shape})
    axes = [(i, axis) for i, value in arrays for axis in range(value.ndim)]
    for i, axis in axes:
        for by in (-1, 1, 2):
            yield from _with_sizes(call, values, {(i, axis): values[i].shape[axis] + by}, rng)
    for size, by in product(sizes, (-1, 1, 2)):
        same = {(i, a): size + by for i, a in axes if values[i].shape[a] == size}
        yield from _with_sizes(call, values, same, rng)
    # An axis, and the like axis of the others: height with height, where width is as long.
    for size, by in product(sizes, (1, 2)):
        for back in (1, 2):
            same = {
                (i, v.ndim - back): size + by
                for i, v in arrays
                if v.ndim >= back and v.shape[-back] == size
            }
            yield from _with_sizes(call, values, same, rng)
    for back, by in product((1, 2, 3), (-1, 1)):
        same = {
            (i, v.ndim - back): v.shape[-back] + by
            for i, v in arrays
            if v.ndim >= back and v.shape[-back] > 1
        }
        yield from _with_sizes(call, values, same, rng)


def _with_sizes(call, values, sizes, rng):
    if not sizes or min(sizes.values()) < 1:
        return
    made = list(values)
    for i in {i for i, _ in sizes}:
        shape = tuple(sizes.get((i, axis), length) for axis, length in enumerate(values[i].shape))
        made[i] = _spread(values[i], shape, rng)
    yield call.with_values(made, max(call.far, 2))


def _spread(value, shape, rng):
    """An array of another shape, like the old one."""
    if not value.size:
        return np.zeros(shape, value.dtype)
    if value.dtype.kind in "fiub":
        return (
            _array(np.broadcast_to(value.ravel()[:1], shape), "signed", rng)
            if (value.dtype.kind == "f")
            else rng.choice(value.ravel(), shape)
        )
    return np.resize(value, shape)


# --- other options -----------------------------------------------------------------------------


def _rescaled(call, base, rng):
    """Numbers, switches and options given otherwise, or left out."""
    values = list(call.values())
    signs = _signs(base)
    for at, value in enumerate(values):
        for other in _scalars(value, signs.get(_place(call, at), {-1, 0, 1})):
            yield _put(call, at, other, max(call.far, 3))
    for number, step in enumerate(call.steps):
        for name in step.options:
            left = {key: value for key, value in step.options.items() if key != name}
            steps = list(call.steps)
            steps[number] = Step(step.method, step.args, left)
            yield Call(call.name, tuple(steps), max(call.far, 3))


def _signs(base):
    """By the place of a number in a call, which signs the tests have tried there."""
    found: dict[tuple, set[int]] = {}
    for call in base:
        for at, value in enumerate(call.values()):
            if _is_number(value) or isinstance(value, np.number):
                found.setdefault(_place(call, at), set()).add(int(np.sign(value)))
    return found


def _place(call, at):
    """Which argument of which step the value number `at` is."""
    for step in call.steps:
        if at < len(step.args):
            return step.method, at
        at -= len(step.args)
        if at < len(step.options):
            return step.method, list(step.options)[at]
        at -= len(step.options)
    return "", at


def _scalars(value, signs):
    if isinstance(value, bool | np.bool_):
        yield not value
    elif isinstance(value, int | np.integer):
        for other in (*range(8), 10, value - 1, value + 1, 2 * value, -1, -2):
            if other != value and int(np.sign(other)) in signs:
                yield int(other)
    elif isinstance(value, float | np.floating):
        for other in (0.0, 1.0, 2.0, -1.0, 0.5, 2.5 * value, -value):
            if other != value and int(np.sign(other)) in signs:
                yield float(other)


def _put(call, at, value, far):
    values = list(call.values())
    values[at] = value
    return call.with_values(values, far)
