"""Calls like those that a solution's tests make, the smaller the better.

Which of them make sense is not known here: only those count that the solution itself answers, or
refuses by an error of its own.
"""

import random
import zlib

import numpy as np

from grading.quality.audit.calls import Call, text_of, weight
from grading.quality.audit.functions import UNKNOWN, Function
from grading.quality.audit.vary import Varied

MOST_SEEN = 12  # calls of the tests that more are made from
ASKED = 500  # calls that the solution is asked
MOST = 260  # of those that it answers, what other answers are asked
DRAWN = 150  # by chance, on top of those by rule
MAX_ELEMENTS = 4_000  # of all arguments of a call


def calls_like(seen: list[Call], name: str, source: str = "") -> list[Call]:
    """Calls like those of the tests, the tests' own among them, the smallest first.

    Parameters
    ----------
    source : str
        Of the solution: its constants are tried as values.
    """
    if not seen:
        return [Call(name)]
    drawn = random.Random(zlib.crc32(name.encode()))
    base = _various(seen)
    vary = Varied(base, source, np.random.default_rng(zlib.crc32(name.encode())))
    found: dict[str, Call] = {}

    def keep(call):
        values = list(call.values())
        if UNKNOWN not in [v for v in values if isinstance(v, Function)] and (
            sum(map(weight, values)) <= MAX_ELEMENTS
        ):
            found.setdefault(text_of(call), call)

    for call in base:
        keep(call)
    for call in base:
        for other in vary.by_rule(call):
            keep(other)
    for _ in range(DRAWN):
        call = drawn.choice(base)
        for change in vary.changes:
            if drawn.random() < 0.7:
                others = [other for other in change(call) if not other.beyond]
                call = drawn.choice(others) if others else call
        keep(call)
    return chosen(list(found.values()), ASKED)


def chosen(calls: list[Call], most: int) -> list[Call]:
    """A selection of calls: the tests' own, then two thirds small ones, the rest of all sizes."""
    ordered = sorted(calls, key=lambda call: call.size)
    tests = [call for call in ordered if call.far == 0]
    others = [call for call in ordered if call.far]
    room = max(most - len(tests), 0)
    small = others[: room * 2 // 3]
    rest = others[len(small) :]
    spread = rest[:: max(1, len(rest) // max(1, room - len(small)))][: room - len(small)]
    return sorted(tests + small + spread, key=lambda call: call.size)


def _various(seen):
    """The smallest of the tests' calls, of different forms as far as possible."""
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
