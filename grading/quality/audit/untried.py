"""What the tests never try, found from the calls that tell a wrong answer from the solution.

A fact is something that can be said of a call: a length, a sign, two arguments that are alike. One
that holds in all calls of the tests, and in no call that tells, may be why nobody noticed. Whether
it is, the other calls say: where many that break it tell nothing, it is not.
"""

import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

import numpy as np

from grading.quality.audit.calls import Call
from grading.quality.audit.functions import UNKNOWN, Function
from grading.quality.audit.signatures import defaults, parameters

MOST = 3  # sentences
LEAST = 0.3  # of the calls that break a fact must tell, or it is no cause
NEAR = 0.85  # facts that do so nearly as well as the best are said as well
MAX_ANSWER = 30  # letters of an answer that is said
CHANCE = ("negative", "zero", "ties", "whole", "one")  # said only where nothing else is to say


def never_tried(
    seen: list[Call],
    telling: list[Call],
    source: str,
    asked: Iterable[Call] = (),
    answers: dict[int, str] | None = None,
) -> list[str]:
    """Facts that hold in every call of the tests, and in none of the telling calls.

    Where no such thing is common to all that tell, it is said of most of them, the smallest among
    those; and nothing is said where other calls say that it is not why.

    Parameters
    ----------
    asked : iterable of Call
        All calls made, including the telling ones.
    answers : dict
        The solution's result as text, by the `id` of a call, if known.
    """
    if not seen or not telling:
        return []
    facts = _Facts(parameters(source), defaults(source), answers or {})
    known = facts.constant(seen)
    broken = [facts.broken(known, call) for call in telling]
    tell = {id(call) for call in telling}
    silent = [facts.broken(known, call) for call in asked if id(call) not in tell]
    scores = {key: _score(key, broken, silent) for key in broken[0] if _is_common(key, broken)}
    scores = {key: score for key, score in scores.items() if score >= LEAST}
    # What is always one number is said so; its bounds are, where that explains too little.
    scores = {
        key: score
        for key, score in scores.items()
        if key[0] != "bounds" or ("value", *key[3:]) not in scores
    }
    if not scores:
        return []
    plain = {key: score for key, score in scores.items() if key[0] not in CHANCE}
    best = max((plain or scores).values())
    if best < max(scores.values()) / 2:  # what is left to chance explains it far better
        plain, best = scores, max(scores.values())
    kept = [key for key, score in (plain or scores).items() if score >= NEAR * best]
    return [broken[0][key] for key in kept[:MOST]]


def _is_common(key, broken):
    """Whether all telling calls break a fact; or, if there is no such fact, nearly all."""
    return sum(key in each for each in broken) >= 0.8 * len(broken)


def _score(key, broken, silent):
    """The share of telling calls among those that break a fact."""
    tell, others = sum(key in each for each in broken), sum(key in each for each in silent)
    return tell / (tell + others)


@dataclass(frozen=True)
class _Facts:
    """Facts about calls: a value and a sentence, by subject."""

    names: dict[str, tuple[str, ...]]
    defaults: dict[str, dict[str, Any]]
    answers: dict[int, str]

    def arguments(self, call):
        """The value of each parameter, given or by default."""
        given = list(_arguments(call, self.names))
        missing = dict(_defaults_of(call, self.defaults))
        return given + [pair for pair in missing.items() if pair[0] not in dict(given)]

    def of(self, call):
        found = dict(_facts(call, self.arguments(call)))
        found |= {("given", name): (True, "") for name, _ in _arguments(call, self.names)}
        answer = self.answers.get(id(call))
        if answer is not None and len(answer) < MAX_ANSWER:
            found["answer",] = answer, f"the right answer is always {answer}"
        return found

    def constant(self, seen):
        """Facts that hold in all calls of the tests."""
        tables = [self.of(call) for call in seen]
        found = {
            key: (value, text)
            for key, (value, text) in tables[0].items()
            if all(table.get(key, (None,))[0] == value for table in tables)
        }
        found |= self.bounds(seen)
        answers = {self.answers[id(call)] for call in seen if id(call) in self.answers}
        if len(seen) > 1 and len(answers) == 1 and len(*answers) < MAX_ANSWER:
            (answer,) = answers
            return found | {("answer",): (answer, f"the right answer is always {answer}")}
        return {key: fact for key, fact in found.items() if key != ("answer",)}

    def bounds(self, seen):
        """The bounds of each length or number that varies in the tests."""
        tables = [dict(_measures(self.arguments(call))) for call in seen]
        shared = set(tables[0]).intersection(*tables)
        spans = {
            key: (min(t[key][0] for t in tables), max(t[key][0] for t in tables)) for key in shared
        }
        return {
            ("bounds", *key): (span, tables[0][key][1])
            for key, span in sorted(spans.items())
            if span[0] < span[1] or key[0] in ("depth", "value")
        }

    def broken(self, known, call):
        """Facts that hold in all calls of the tests but not in this one: sentences by subject."""
        found = self.of(call)
        beyond = {}
        for key, (number, words) in _measures(self.arguments(call)):
            if ("bounds", *key) in known:
                (least, most), _ = known["bounds", *key]
                if number > most:
                    beyond["bounds", "over", *key] = words.format("more than", most)
                elif number < least:
                    beyond["bounds", "under", *key] = words.format("less than", least)
        broken = {
            key: text
            for key, (value, text) in known.items()
            if key in found and text and found[key][0] != value
        }
        tried = {key[1] for key in known if key[0] == "given"}
        return (
            broken
            | beyond
            | {
                ("given", name): f"`{name}` is never given"
                for name, _ in _arguments(call, self.names)
                if known and name not in tried
            }
        )


def _facts(call: Call, arguments) -> Iterator[tuple[tuple, tuple[Any, str]]]:
    """Pairs of a fact's subject, and its value with a sentence."""
    for name, value in arguments:
        if isinstance(value, np.ndarray) and value.ndim:
            yield from _of_array(name, value)
        elif isinstance(value, str):
            yield from _of_text(name, value)
        elif isinstance(value, list | tuple):
            yield from _of_list(name, value)
        elif isinstance(value, dict):
            yield ("empty", name), (not value, "" if not value else f"`{name}` is never empty")
            yield ("length", name), (len(value), f"`{name}` always has {_entries(len(value))}")
            alike = len(set(map(repr, value.values()))) < len(value)
            yield ("alike", name), (alike, "" if alike else f"no two values of `{name}` are alike")
        elif isinstance(value, Function):
            text = "" if value == UNKNOWN else f"`{name}` is always `{value.text}`"
            yield ("value", name), (value.text, text)
        elif value is None or isinstance(value, bool | int | float | np.generic):
            yield ("value", name), (repr(value), f"`{name}` is always {value}")
            if not isinstance(value, bool | np.bool_ | None):
                yield from _of_number(name, value)
    for (name, value), (other, beside) in combinations(arguments, 2):
        yield from _of_two(name, value, other, beside)
        yield from _of_two(other, beside, name, value)
    if len(call.steps) > 2:
        order = [step.method for step in call.steps[1:]]
        again = len(set(order)) < len(order)
        yield ("again",), (again, "" if again else "no method is called twice")


def _measures(arguments) -> Iterator[tuple[tuple, tuple[float, str]]]:
    """Lengths and numbers of a call, each with a sentence that has a gap for the bound."""
    for name, value in arguments:
        if isinstance(value, np.ndarray) and value.ndim:
            for axis, length in enumerate(value.shape):
                words = f"axis {axis} of `{name}` is never {{}} {{}}"
                yield ("length", name, axis), (length, words)
        elif isinstance(value, list | tuple | dict):
            yield ("length", name), (len(value), f"the length of `{name}` is never {{}} {{}}")
            words = f"`{name}` is never nested {{}} {{}} deep"
            yield ("depth", name), (_depth(value), words)
            rows = [len(row) for row in value if isinstance(row, list | tuple)]
            if rows and len(rows) == len(value):
                words = f"the length of a row of `{name}` is never {{}} {{}}"
                yield ("width", name), (max(rows), words)
        elif isinstance(value, str):
            yield ("length", name), (len(value), f"the length of `{name}` is never {{}} {{}}")
            words = f"the number of words of `{name}` is never {{}} {{}}"
            yield ("words", name), (len(value.split()), words)
        elif _is_number(value):
            yield ("value", name), (value, f"`{name}` is never {{}} {{}}")


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


def _of_number(name, value):
    for sign, word in ((-1, "negative"), (0, "zero")):
        so = bool(np.sign(value) == sign)
        yield ("sign", name, word), (so, "" if so else f"`{name}` is never {word}")


def _of_text(name, value):
    yield ("empty", name), (not value, "" if not value else f"`{name}` is never empty")
    yield ("lower", name), (value == value.lower(), f"`{name}` has no capital letters")
    yield ("upper", name), (value == value.upper(), f"`{name}` has no small letters")
    words = value.split()
    twice = len(set(words)) < len(words)
    yield ("twice", name), (twice, "" if twice else f"`{name}` never has a word twice")
    yield ("words", name), (len(words) > 1, f"`{name}` is a single word" * (len(words) < 2))
    for group, what in (
        (string.digits, "digit"), (string.punctuation, "punctuation"), (" ", "space"),
    ):  # fmt: skip
        some = any(letter in group for letter in value)
        yield ("letters", name, what), (some, "" if some else f"`{name}` has no {what}")
    for place, letter, what in (("begins", value[:1], "begin"), ("ends", value[-1:], "end")):
        so = letter.isalnum()
        words = f"`{name}` {'always' if so else 'never'} {what}s with a letter or digit"
        yield (place, name), (so, words)
    outer = value != value.strip()
    yield ("outer", name), (outer, "" if outer else f"`{name}` has no space at its ends")
    for letter in string.punctuation + "az":
        there = letter in value
        yield ("letter", name, letter), (there, "" if there else f"`{name}` never has {letter!r}")


def _of_list(name, value):
    yield ("empty", name), (not value, "" if not value else f"`{name}` is never empty")
    yield ("length", name), (len(value), f"`{name}` always has {_entries(len(value))}")
    rows = [v for v in value if isinstance(v, list | tuple)]
    if rows and len(rows) == len(value):
        square = all(len(row) == len(value) for row in rows)
        yield ("rows", name), (square, f"`{name}` is always square" if square else "")
        text = f"`{name}` always has rows of {len(rows[0])}"
        yield ("width", name), (sorted({len(row) for row in rows}), text)
    if value and all(map(_is_number, value)):
        ordered = all(a <= b for a, b in pairwise(value))
        yield ("sorted", name), (ordered, f"`{name}` is always in order" if ordered else "")
        yield from _of_numbers(name, np.array(value, dtype=float))
    elif value and all(isinstance(v, str) for v in value):
        twice = len(set(value)) < len(value)
        yield ("ties", name), (twice, "" if twice else f"`{name}` never holds a text twice")


def _entries(count):
    return f"{count} entr{'y' if count == 1 else 'ies'}"


def _depth(value):
    if not isinstance(value, list | tuple):
        return 0
    return 1 + max(map(_depth, value), default=0)


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


def _of_two(name, value, other, beside):
    """Relations between two arguments."""
    if isinstance(value, Function) and isinstance(beside, Function) and name < other:
        text = f"`{name}` and `{other}` are always the same" if value == beside else ""
        yield ("same", name, other), (value == beside, text)
    elif _is_number(value) and _is_number(beside):
        if name < other:
            same = value == beside
            text = f"`{name}` and `{other}` are always the same"
            apart = f"`{name}` and `{other}` are never the same"
            yield ("same", name, other), (bool(same), text if same else apart)
        less = bool(value < beside)
        yield ("less", name, other), (less, f"`{name}` is always below `{other}`" if less else "")
    elif _is_number(value) and isinstance(beside, list | tuple | str):
        length = len(beside)
        for key, so, yes, no in (
            ("over", value > length, "always exceeds", "never exceeds"),
            ("fills", value == length, "is always", "is never"),
        ):
            words = f"`{name}` {yes if so else no} the length of `{other}`"
            yield (key, name, other), (bool(so), words)
        if value == int(value) and value > 0:
            so = length % int(value) == 0
            words = f"`{name}` always divides the length of `{other}`" if so else ""
            yield ("divides", name, other), (so, words)
        if isinstance(beside, list | tuple) and all(map(_is_number, beside)):
            so = value in beside
            words = f"`{name}` is {'always' if so else 'never'} one of `{other}`"
            yield ("in", name, other), (so, words)
    elif isinstance(value, str) and isinstance(beside, list | tuple | dict | str):
        so = value in (" ".join(map(str, beside)) if isinstance(beside, list | tuple) else beside)
        words = f"`{name}` is {'always' if so else 'never'} in `{other}`"
        yield ("in", name, other), (so, words)


def _is_number(value):
    real = isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)
    return real and bool(np.isfinite(value))


def _arguments(call, names):
    """Pairs of an argument's name and its value, over all steps."""
    for step in call.steps:
        known = names.get(step.method or call.name, ())
        prefix = f"{step.method}: " if step.method else ""
        for i, value in enumerate(step.args):
            yield prefix + (known[i] if i < len(known) else f"argument {i + 1}"), value
        for name, value in step.options.items():
            yield prefix + name, value


def _defaults_of(call, defaults):
    for step in call.steps:
        prefix = f"{step.method}: " if step.method else ""
        for name, value in defaults.get(step.method or call.name, {}).items():
            yield prefix + name, value
