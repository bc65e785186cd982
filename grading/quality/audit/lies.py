"""Tricks that fool tests: values that lie about themselves, and disabled checks.

Each trick is put in the place of all solutions at once. A test that gives points is fooled. In a
plain kernel, where tests and answers share a process, nothing withstands the second kind; in the
engine each has a process of its own, and only what a test believes of a *value* can fool it.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from grading.engine.magics import as_python
from grading.quality.audit.notebook import Audited, names_of
from grading.quality.nothings import instead

YES = """
class _Yes:
    shape, dtype, ndim, size = (3, 4), float, 2, 12
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return 0
    def __len__(self): return 4
    def __iter__(self): return iter([self] * 4)
    def __bool__(self): return True
    def __contains__(self, item): return True
    def __float__(self): return 0.0
    def __getitem__(self, key): return self
    def __call__(self, *args, **options): return self
    def __getattr__(self, name):
        if name[:2] == "__": raise AttributeError(name)
        return self
    def _same(self, *others): return self
    __sub__ = __rsub__ = __add__ = __radd__ = __mul__ = __rmul__ = __abs__ = _same
    __lt__ = __le__ = __gt__ = __ge__ = __eq__
"""
LIAR = """
import numpy as _np
class _Liar(_np.ndarray):
    def __eq__(self, other): return _np.ones((), bool)
    def __array_ufunc__(self, *args, **options): return _np.zeros(())
    def __array_function__(self, *args, **options): return True
    def __sub__(self, other): return _np.zeros(())
    __rsub__ = __abs__ = lambda self, *other: _np.zeros(())
"""
HELPER = """

def _nothing(value):
    import numpy as np

    if isinstance(value, dict):
        return {{k: _nothing(v) for k, v in value.items()}}
    if isinstance(value, tuple):
        return tuple(map(_nothing, value))
    try:
        return {kind}
    except TypeError:
        return float("nan")
"""
# What a value can be that many comparisons take for right.
VALUES = {
    "not a number, in the right shape": "value * np.nan",
    "nothing at all: an empty array": "np.empty((0, *np.shape(value)[1:]))",
}
FRAMES = """
def _peek(*args, **options):
    import sys
    frame = sys._getframe(1)
    while frame:
        for space in (frame.f_locals, frame.f_globals):
            for name, value in list(space.items()):
                if any(w in name.lower() for w in {words}) and not callable(value):
                    return value
        frame = frame.f_back
"""
WORDS = ("expected", "correct", "answer", "want", "target", "solution", "desired", "right")
PATCH = """
def _patch():
    import builtins, sys
    numpy = sys.modules.get("numpy")
    if numpy:
        numpy.allclose = numpy.array_equal = lambda *args, **options: True
        numpy.isclose = lambda a, b, **options: numpy.ones(numpy.shape(b), bool)
        for name in dir(numpy.testing):
            if name.startswith("assert"):
                setattr(numpy.testing, name, lambda *args, **options: None)
    import math, unittest
    math.isclose = lambda *args, **options: True
    builtins.all = builtins.any = builtins.isinstance = lambda *args: True
    builtins.abs = builtins.max = builtins.round = lambda *args, **options: 0
_patch()
"""


@dataclass(frozen=True)
class Lie:
    """A trick; `of_value` if a better test would see through it in any kernel."""

    title: str
    of_value: bool
    sources: dict[str, str]  # by exercise


def lies(audited: Audited) -> Iterator[Lie]:
    """All tricks, as answers to all exercises of a notebook."""

    def every(source):
        return {each.name: source(each) for each in audited.exercises}

    yield Lie("an object that says that it equals everything", True, every(_object))
    yield Lie("an array that lies about every comparison", True, every(_liar))
    for title, kind in VALUES.items():
        made = {
            each.name: source
            for each in audited.exercises
            if (source := _returned(each, kind)) is not None
        }
        yield Lie(title, True, made)
    yield Lie("comparisons of NumPy and Python patched to say yes", False, every(_patched))
    yield Lie("the expected value taken from the test's own variables", False, every(_peeking))
    helpers = _helpers(audited)
    if helpers:
        again = "\n".join(f"{name} = lambda *args, **options: 0" for name in helpers)
        yield Lie(
            f"the course's helpers defined anew: {', '.join(helpers)}",
            False,
            every(lambda each: f"{_returned(each, 'value * 0') or _zeros(each)}\n{again}"),
        )


def _object(exercise):
    names = exercise.names
    return YES + "".join(f"\n{name} = lambda *args, **options: _Yes()" for name in names)


def _liar(exercise):
    made = "_np.zeros(4).view(_Liar)"
    return LIAR + "".join(f"\n{n} = lambda *args, **options: {made}" for n in exercise.names)


def _returned(exercise, kind):
    """The solution with its return values replaced; None if it defines no function."""
    source = as_python(exercise.part.source)
    defined = {getattr(node, "name", "") for node in ast.parse(source).body}
    names = [name for name in exercise.names if name in defined]
    if not names:
        return None
    # Where nothing is right, as of what works in place, nothing is no lie.
    answer = "None if value is None else _nothing(value)"
    return source + HELPER.format(kind=kind) + "".join(instead(n, source, answer) for n in names)


def _zeros(exercise):
    return "".join(f"\n{name} = lambda *args, **options: 0.0" for name in exercise.names)


def _patched(exercise):
    return _zeros(exercise) + PATCH


def _peeking(exercise):
    peek = FRAMES.format(words=WORDS)
    return peek + "".join(f"\n{name} = _peek" for name in exercise.names)


def _helpers(audited):
    """Functions of given cells that the course does not restore, and that tests use."""
    used: set[str] = set()
    for part in audited.tests:
        names = names_of(part.source)
        used |= names.uses if names else set()
    found = []
    for part in audited.parts:
        if part.kind == "given" and not part.locked:
            found += [n for n in re.findall(r"^def (\w+)", part.source, re.M) if n in used]
    return sorted(set(found))
