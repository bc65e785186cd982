"""Vary a call by rule: other values, sizes, functions, options, another order of steps."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product
from typing import Any

import numpy as np

from grading.engine.magics import as_python
from grading.quality.audit.calls import Call, Step
from grading.quality.audit.functions import OTHERS, Function
from grading.quality.audit.signatures import defaults, parameters

CONSTANTS = 8  # of a solution's own numbers, and so many of its texts


class Varied:
    """Makes variations of a call.

    Parameters
    ----------
    base : list of Call
        Calls of the tests: numbers below 1 keep to the signs that these have in the same place.
    source : str
        Of the solution. A number or text that stands in it is where something may change.
    rng : numpy.random.Generator
    """

    def __init__(self, base: list[Call], source: str, rng: np.random.Generator):
        self.rng = rng
        self.signs = _signs(base)
        self.numbers, self.texts = _constants(source)
        self.parameters, self.defaults = parameters(source), defaults(source)
        self.nested = {
            _place(call, at)
            for call in base
            for at, value in enumerate(call.values())
            if isinstance(value, list) and any(isinstance(v, list) for v in value)
        }
        self.changes = (self.resized, self.rescaled, self.revalued, self.reordered)

    def by_rule(self, call: Call) -> Iterator[Call]:
        """All variations with one change each, and some with new values as well."""
        for change in (self.revalued, self.resized, self.rescaled, self.reordered):
            for other in change(call):
                yield other
                if change != self.revalued and not other.beyond:
                    yield from list(self.revalued(other))[:2]

    # --- other values --------------------------------------------------------------------------

    def revalued(self, call: Call) -> Iterator[Call]:
        """Fill all arrays and lists with new values: small integers, both signs, ties."""
        for kind in ("small", "signed", "ties", "normal", "whole"):
            values = [self._filled(value, kind) for value in call.values()]
            yield call.with_values(values, max(call.far, 1))
        for at, value in enumerate(call.values()):
            for other in self._others(value, _place(call, at)):
                yield _put(call, at, other, max(call.far, 1))

    def _filled(self, value, kind):
        if isinstance(value, np.ndarray):
            return _array(value, kind, self.rng)
        if _is_numbers(value):
            other = _array(np.array(value), kind, self.rng).tolist()
            return type(value)(other) if type(value) in (list, tuple) else value
        if isinstance(value, list) and value and all(isinstance(v, list) for v in value):
            return [self._filled(v, kind) for v in value]
        if isinstance(value, dict):
            return {key: self._filled(v, kind) for key, v in value.items()}
        return value

    def _others(self, value, place):
        if isinstance(value, str):
            yield from self._texts(value)
        elif isinstance(value, list | tuple):
            yield from self._lists(value, place)
        elif isinstance(value, dict) and value:
            yield from _dicts(value)
        elif isinstance(value, Function):
            yield from (other for other in OTHERS if other != value)

    def _texts(self, value):
        """Variations of a text: empty, one letter, reversed, twice, other words and letters."""
        yield from (value[:0], value[:1], value[1:], value[::-1], value + value)
        yield from (value.upper(), value.swapcase(), f" {value}", f"{value} ", f"{value}1", "aba")
        yield "".join(self.rng.permutation(list(value)))
        yield "".join(letter * 2 for letter in value)
        yield value.replace(value[:1], "")
        yield f"{value} {value[::-1]}"
        words = value.split()
        once = list(dict.fromkeys(words))
        for some in (words[::-1], once[::-1], words[:1] * 2, words + words, once + once[-1:] * 2):
            yield " ".join(some)
        for text in self.texts:
            yield from (text, text + value, value + text, value[:1] + text + value[1:])
            yield text + value[:1] + text + value[1:]

    def _lists(self, value, place):
        """Variations of a list: empty, one entry, reversed, twice, with ties."""
        yield from (value[:0], value[:1], value[1:], value[::-1], value + value)
        kind = type(value) if type(value) in (list, tuple) else list
        if place in self.nested:
            yield from (kind([value]), kind([*value, kind([kind([*value])])]))
        if _is_numbers(value):
            yield kind([value[0]] * 3)
            yield kind([-v for v in value])
            for length in (1, 2, 3, len(value), len(value) + 1):
                yield kind(self.rng.integers(-3, 4, length).tolist())
                yield kind(np.round(self.rng.normal(size=length), 1).tolist())
            yield kind([*value, 0])
            yield kind(sorted(value))
            yield kind(sorted([*value, value[-1]]))
        elif value and all(isinstance(v, str) for v in value):
            yield kind([value[0]] * 2)
            yield kind(sorted(value))
            for text in ("", value[0].upper(), f"{value[0]}a", *self.texts[:3]):
                yield kind([text, *value[1:]])

    # --- other sizes ---------------------------------------------------------------------------

    def resized(self, call: Call) -> Iterator[Call]:
        """Change sizes of arrays and lists of numbers: each axis alone, and equal ones together."""
        lists = {at for at, value in enumerate(call.values()) if _is_table(value)}
        values = [np.array(v) if at in lists else v for at, v in enumerate(call.values())]
        for sizes in _sizes(values):
            if not sizes or min(sizes.values()) < 1:
                continue
            made = list(values)
            for i in {i for i, _ in sizes}:
                shape = tuple(sizes.get((i, a), length) for a, length in enumerate(made[i].shape))
                made[i] = _spread(values[i], shape, self.rng)
            made = [v.tolist() if at in lists else v for at, v in enumerate(made)]
            yield call.with_values(made, max(call.far, 2))

    # --- other options -------------------------------------------------------------------------

    def rescaled(self, call: Call) -> Iterator[Call]:
        """Change numbers, switches and options, or leave them out."""
        values, far = list(call.values()), max(call.far, 3)
        for at, value in enumerate(values):
            signs = self.signs.get(_place(call, at), {-1, 0, 1})
            for other in self._scalars(value, values):
                beyond = _is_number(other) and int(np.sign(other)) not in signs
                yield replace(_put(call, at, other, far), beyond=beyond)
        for i, k in combinations(range(len(values)), 2):
            if _is_number(values[i]) and type(values[i]) is type(values[k]):
                turned = list(values)
                turned[i], turned[k] = values[k], values[i]
                yield replace(call.with_values(turned, far), beyond=True)
        yield from self._given_anew(call, far)
        for number, step in enumerate(call.steps):
            for name in step.options:
                left = {key: value for key, value in step.options.items() if key != name}
                steps = list(call.steps)
                steps[number] = Step(step.method, step.args, left)
                yield replace(call, steps=tuple(steps), far=far)

    def _given_anew(self, call, far):
        """Give options that the call leaves at their defaults."""
        names = self.parameters
        for number, step in enumerate(call.steps):
            of = step.method or call.name
            given = {*names.get(of, ())[: len(step.args)], *step.options}
            for name, default in self.defaults.get(of, {}).items():
                for other in () if name in given else self._scalars(default, [default]):
                    signs = {1, int(np.sign(default))} if _is_number(default) else ()
                    if _is_number(other) and int(np.sign(other)) not in signs:
                        continue
                    steps = list(call.steps)
                    steps[number] = Step(step.method, step.args, step.options | {name: other})
                    yield replace(call, steps=tuple(steps), far=far)

    def _scalars(self, value, values):
        """Other numbers for one, some from the solution or next to its constants."""
        if isinstance(value, bool | np.bool_):
            yield not value
        elif isinstance(value, int | np.integer):
            found = [*range(8), 10, value - 1, value + 1, 2 * value, -1, -2, -value]
            found += [n + by for n in self.numbers if n == int(n) for by in (-1, 0, 1)]
            for other in values:
                if isinstance(other, list | tuple | str):
                    found += [len(other) + by for by in (-1, 0, 1)]
                if _is_numbers(other):
                    found += [v for v in (other[0], other[-1], other[-1] + 1) if v == int(v)]
                elif _is_number(other):
                    found.append(other)
            yield from (int(n) for n in dict.fromkeys(found) if n != value and n == int(n))
        elif isinstance(value, float | np.floating):
            found = [0.0, 1.0, 2.0, -1.0, 0.5, 0.1, 2.5 * value, -value, *self.numbers]
            found += [v for v in values if _is_number(v)]
            yield from (float(n) for n in dict.fromkeys(map(float, found)) if n != value)

    # --- another order -------------------------------------------------------------------------

    def reordered(self, call: Call) -> Iterator[Call]:
        """Leave out, repeat or reorder steps: an object's state must survive that."""
        first, *later = call.steps or (None,)
        if not later:
            return
        orders = [later[:n] for n in range(len(later))]
        orders += [later[:n] + later[n + 1 :] for n in range(len(later))]
        orders += [[*later, later[n]] for n in range(len(later))]
        orders += [
            [*later[:n], later[n + 1], later[n], *later[n + 2 :]] for n in range(len(later) - 1)
        ]
        for steps in orders:
            # The same arrays must not be handed in twice: what one call does to them is its own.
            yield replace(call, steps=(first, *copy.deepcopy(steps)), far=max(call.far, 3))


def _constants(source):
    """Numbers and texts in a solution, outside docstrings and error messages."""
    numbers: list[float] = []
    texts: list[str] = []
    try:
        tree = ast.parse(as_python(source))
    except (SyntaxError, ValueError):
        return numbers, texts
    spoken = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise | ast.Expr)
        for part in ast.walk(node)
        if isinstance(node, ast.Raise) or part is node.value
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in spoken:
            if _is_number(node.value) and abs(node.value) < 1e6:
                numbers.append(node.value)
            elif isinstance(node.value, str) and 0 < len(node.value) < 10:
                texts.append(node.value)
    return list(dict.fromkeys(numbers))[:CONSTANTS], list(dict.fromkeys(texts))[:CONSTANTS]


def _signs(base):
    """The allowed signs of a number by its place in a call: those in the tests, and +."""
    found: dict[tuple, set[int]] = {}
    for call in base:
        for at, value in enumerate(call.values()):
            if _is_number(value):
                found.setdefault(_place(call, at), {1}).add(int(np.sign(value)))
    return found


def _place(call, at):
    """The step and argument of value number `at`."""
    for step in call.steps:
        if at < len(step.args):
            return step.method, at
        at -= len(step.args)
        if at < len(step.options):
            return step.method, list(step.options)[at]
        at -= len(step.options)
    return "", at


def _put(call, at, value, far):
    values = list(call.values())
    values[at] = value
    return call.with_values(values, far)


def _is_number(value: Any) -> bool:
    plain = isinstance(value, int | float | np.number) and not isinstance(value, complex)
    return plain and not isinstance(value, bool) and bool(np.isfinite(value))


def _is_numbers(value):
    return isinstance(value, list | tuple) and bool(value) and all(map(_is_number, value))


def _is_table(value):
    """Whether a list holds numbers, or rows of numbers of equal length."""
    if not isinstance(value, list) or not value:
        return False
    rows = all(isinstance(row, list) and _is_numbers(row) for row in value)
    return _is_numbers(value) or (rows and len({len(row) for row in value}) == 1)


def _dicts(value):
    """Variations of a dict: without an entry, with equal values, with the values reversed."""
    keys, values = list(value), list(value.values())
    yield {}
    yield dict(zip(keys[:1], values, strict=False))
    yield dict(zip(keys[1:], values[1:], strict=False))
    yield dict(zip(keys, values[::-1], strict=False))
    yield dict.fromkeys(keys, values[0])
    yield dict(zip(keys[::-1], values[::-1], strict=False))
    if all(isinstance(key, str) for key in keys):
        yield {f"{key}{key}": item for key, item in value.items()}


def _array(value, kind, rng):
    """An array of the same shape and kind; ints stay in range because they may be indices."""
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


def _sizes(values) -> Iterator[dict[tuple[int, int], int]]:
    """Other lengths, by array and axis."""
    arrays = [(i, v) for i, v in enumerate(values) if isinstance(v, np.ndarray) and v.ndim]
    sizes = sorted({size for _, value in arrays for size in value.shape})
    axes = [(i, axis) for i, value in arrays for axis in range(value.ndim)]
    for (i, axis), by in product(axes, (-1, 1, 2)):
        yield {(i, axis): values[i].shape[axis] + by}
    for size, by in product(sizes, (-1, 1, 2)):
        yield {(i, a): size + by for i, a in axes if values[i].shape[a] == size}
    # An axis, and the like axis of the others: height with height, where width is as long.
    for size, by, back in product(sizes, (1, 2), (1, 2)):
        yield {
            (i, v.ndim - back): size + by
            for i, v in arrays
            if v.ndim >= back and v.shape[-back] == size
        }
    for back, by in product((1, 2, 3), (-1, 1)):
        yield {
            (i, v.ndim - back): v.shape[-back] + by
            for i, v in arrays
            if v.ndim >= back and v.shape[-back] > 1
        }


def _spread(value, shape, rng):
    """An array of another shape with values like the old one's."""
    if not value.size:
        return np.zeros(shape, value.dtype)
    if value.dtype.kind == "f":
        return _array(np.broadcast_to(value.ravel()[:1], shape), "signed", rng)
    if value.dtype.kind in "iub":
        return rng.choice(value.ravel(), shape)
    return np.resize(value, shape)
