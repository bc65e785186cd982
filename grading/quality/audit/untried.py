"""What the tests never try: said of the calls that tell a wrong answer from the solution."""

import ast
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any

import numpy as np

from grading.engine.magics import as_python
from grading.quality.audit.calls import Call

MOST = 3  # sentences
CHANCE = ("negative", "zero", "ties", "whole")  # said only where nothing else is to say


def never_tried(seen: list[Call], telling: list[Call], source: str) -> list[str]:
    """What holds in every call of the tests, and in none of those that tell.

    Where no such thing is common to all that tell, it is said of the first, the smallest.
    """
    if not seen or not telling:
        return []
    names = parameters(source)
    known = _constants(seen, names)
    broken = [_broken(known, call, names) for call in telling]
    common = {key: text for key, text in broken[0].items() if all(key in b for b in broken)}
    found = common or broken[0]
    plain = [text for key, text in found.items() if key[0] not in CHANCE]
    return (plain or list(found.values()))[:MOST]


def _constants(seen, names):
    """What is so in all calls: by what it is about, its value and the sentence."""
    tables = [dict(_facts(call, names)) for call in seen]
    first = tables[0]
    return {
        key: (value, text)
        for key, (value, text) in first.items()
        if all(table.get(key, (None,))[0] == value for table in tables)
    }


def _broken(known, call, names):
    """What is so in all calls of the tests, and not in this one: sentences by their subject."""
    found = dict(_facts(call, names))
    broken = {
        key: text
        for key, (value, text) in known.items()
        if text and key in found and found[key][0] != value
    }
    tried = {key[1] for key in known}
    return broken | {
        ("given", name): f"`{name}` is never given"
        for name, _ in _arguments(call, names)
        if known and name not in tried
    }


def _facts(call: Call, names) -> Iterator[tuple[tuple, tuple[Any, str]]]:
    """Pairs of what a fact is about, and its value with a sentence for it."""
    arrays = []
    for name, value in _arguments(call, names):
        yield ("given", name), (True, "")
        if isinstance(value, np.ndarray) and value.ndim:
            arrays.append((name, value))
            yield from _of_array(name, value)
        elif isinstance(value, str):
            yield ("empty", name), (not value, "" if not value else f"`{name}` is never empty")
            yield ("lower", name), (value == value.lower(), f"`{name}` has no capital letters")
        elif isinstance(value, list | tuple):
            yield from _of_list(name, value)
        elif value is None or isinstance(value, bool | int | float | np.generic):
            yield ("value", name), (repr(value), f"`{name}` is always {value}")


def _of_array(name, value):
    for axis, length in enumerate(value.shape):
        text = f"axis {axis} of `{name}` always has length {length}"
        yield ("length", name, axis), (length, text)
    for i, k in combinations(range(value.ndim), 2):
        alike = value.shape[i] == value.shape[k]
        text = f"axes {i} and {k} of `{name}` are always of one length" if alike else ""
        yield ("square", name, i, k), (alike, text)
    if value.dtype.kind in "iuf" and value.size:
        yield from _of_numbers(name, value.ravel())


def _of_list(name, value):
    yield ("empty", name), (not value, "" if not value else f"`{name}` is never empty")
    yield ("length", name), (len(value), f"`{name}` always has {len(value)} entries")
    numbers = [v for v in value if isinstance(v, int | float) and not isinstance(v, bool)]
    if value and len(numbers) == len(value):
        ordered = all(a <= b for a, b in pairwise(numbers))
        yield ("sorted", name), (ordered, f"`{name}` is always in order" if ordered else "")
        yield from _of_numbers(name, np.array(numbers, dtype=float))


def _of_numbers(name, numbers):
    negative, zero = bool(np.any(numbers < 0)), bool(np.any(numbers == 0))
    ties = len(np.unique(numbers)) < len(numbers)
    whole = bool(np.all(numbers == np.round(numbers)))
    one = bool(np.all(numbers == numbers[0]))
    yield ("one", name), (one, f"`{name}` holds one number throughout" if one else "")
    yield ("negative", name), (negative, "" if negative else f"`{name}` is never negative")
    yield ("zero", name), (zero, "" if zero else f"`{name}` never holds a zero")
    yield ("ties", name), (ties, "" if ties else f"`{name}` never holds a number twice")
    yield ("whole", name), (whole, f"`{name}` holds whole numbers only" if whole else "")


def _arguments(call, names):
    """Pairs of an argument's name and its value, over all steps."""
    for step in call.steps:
        known = names.get(step.method or call.name, ())
        prefix = f"{step.method}: " if step.method else ""
        for i, value in enumerate(step.args):
            yield prefix + (known[i] if i < len(known) else f"argument {i + 1}"), value
        for name, value in step.options.items():
            yield prefix + name, value


def parameters(source: str) -> dict[str, tuple[str, ...]]:
    """Names of the parameters of each function of a cell, and of each class's methods."""
    found = {}
    for node in ast.parse(as_python(source)).body:
        if isinstance(node, ast.FunctionDef):
            found[node.name] = _names(node)
        elif isinstance(node, ast.ClassDef):
            for method in node.body:
                if isinstance(method, ast.FunctionDef):
                    name = node.name if method.name == "__init__" else method.name
                    found[name] = _names(method)[1:]
    return found


def _names(function):
    return tuple(a.arg for a in [*function.args.posonlyargs, *function.args.args])
