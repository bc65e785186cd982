"""Make many calls to an answer at once, and compare the results of two answers.

A test cell makes the calls: the answer runs in its own process, as a student's does.
"""

import copy
import zlib
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from grading.engine.proxy import Proxy
from grading.quality.audit.calls import Call, text_of
from grading.quality.audit.functions import Function
from lib.play import Step, play

ASK = """from grading.quality.audit.asking import answer as _answer
_answer(dict({pairs}), {{{functions}}})
"""
ENDED = "it ended"  # the error of a call that did not end, or that killed the process
TAKEN = 12  # items taken from an iterator
ITERATORS = {"generator", "map", "filter", "zip", "enumerate", "reversed", "islice", "chain"}
_asked: list[Call] = []
_answers: list["Reply"] = []
RAISES = ("raise ", "raise\n", "assert ", "raise(")


class Opaque(str):
    """Stands for an object of the answer, whose contents are ignored."""


class Yielded(list):
    """The first items of an iterator."""


@dataclass(frozen=True)
class Reply:
    """The result of a call.

    Attributes
    ----------
    values : tuple
        The values that each step returned.
    error : str
        Name of the exception that a step raised, or "".
    meant : bool
        Whether the answer's own `raise` or `assert` raised it.
    changed : dict
        New values of arguments that were changed in place, by their number over all steps.
    """

    values: tuple = ()
    error: str = ""
    meant: bool = False
    changed: dict[int, Any] = field(default_factory=dict)


def question(calls: list[Call]) -> str:
    """Source of a test cell that makes these calls."""
    _asked[:], _answers[:] = calls, []
    names = sorted({call.name for call in calls})
    texts = sorted({v.text for call in calls for v in call.values() if isinstance(v, Function)})
    # Made here, in the test: a name that is missing makes the call fail and not the cell.
    made = [f"{text!r}: lambda *given, **named: ({text})(*given, **named)" for text in texts]
    # Other calls are another question: an outcome may be known by the source of its cell.
    number = zlib.crc32("\n".join(map(text_of, calls)).encode())
    return f"# {number}\n" + ASK.format(
        pairs=", ".join(f"{name}={name}" for name in names), functions=", ".join(made)
    )


def replies() -> list[Reply]:
    """The replies to the last question; fewer than the calls if the process ended."""
    found, _answers[:] = list(_answers), []
    return found


def answer(subjects: dict[str, Any], functions: dict[str, Any] | None = None) -> None:
    """Make the calls, and keep the results for `replies`.

    Parameters
    ----------
    functions : dict
        The functions passed as arguments, by source.
    """
    steps: list[Step] = []
    given: list[list] = []
    for call in _asked:
        first = len(steps)
        for number, step in enumerate(call.steps):
            args = tuple(_made(value, functions) for value in step.args)
            options = {name: _made(value, functions) for name, value in step.options.items()}
            target = subjects[call.name] if not number else first
            wanted = number > 0 or len(call.steps) == 1 or bool(call.looks)
            method = "" if number and step.method == "" else step.method
            steps.append(Step(target, args, options, method, wanted))
            given.append([*args, *options.values()])
    outcomes = iter(play(steps)) if steps else iter(())
    at = 0
    for call in _asked:
        if not call.steps:
            _answers.append(Reply((plain(subjects[call.name]),)))
            continue
        results, error, meant, before = [], "", False, list(call.values())
        subject = None
        after: list[Any] = []
        for _ in call.steps:
            result, raised = next(outcomes)
            after += [value if callable(value) else copy.deepcopy(value) for value in given[at]]
            at += 1
            try:
                results.append(plain(result))
            except Exception as late:  # an iterator's own
                raised = raised or late
            if raised is not None and not error:
                error, meant = type(raised).__name__, _is_meant(raised)
            subject = result if len(results) == 1 else subject
        changed = {
            i: b
            for i, (a, b) in enumerate(zip(before, after, strict=True))
            if not isinstance(a, Function) and not same(a, b)
        }
        if not error:
            results += [_looked_at(subject, name) for name in call.looks]
        values = results[1:] if len(call.steps) > 1 or call.looks else results
        _answers.append(Reply(() if error else tuple(values), error, meant, changed))


def _made(value, functions):
    """An argument as it is handed in."""
    return functions[value.text] if isinstance(value, Function) else copy.deepcopy(value)


def _looked_at(subject, name):
    try:
        return plain(getattr(subject, name))
    except Exception as error:
        return Opaque(f"<{type(error).__name__}>")


def _is_meant(error):
    trace = getattr(error, "student_trace", [])
    line = trace[-1].partition(": ")[2].lstrip() if trace else ""
    return line.startswith(RAISES)


def plain(value: Any) -> Any:
    """A value without any of the student's objects in it."""
    if isinstance(value, Proxy):
        if ITERATORS & set(value._of.get("bases", ())):
            return Yielded(plain(value.__first__(TAKEN)))
        return Opaque(f"<{value._of.get('kind')}>")
    if callable(value):  # a function of the test, handed back
        return Opaque("<function>")
    if isinstance(value, dict):
        return {_key(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(plain, value)) if type(value) in (list, tuple) else list(value)
    if isinstance(value, np.ndarray):
        return np.array(value)
    if isinstance(value, set | frozenset):
        return sorted(map(repr, value))
    return value


def _key(key):
    return key if isinstance(key, str | int | float | bool | tuple | None) else repr(key)


def is_finite(value: Any) -> bool:
    """Whether a value contains no NaN and no infinity."""
    if isinstance(value, dict):
        return all(map(is_finite, value.values()))
    if isinstance(value, list | tuple):
        return all(map(is_finite, value))
    if isinstance(value, np.ndarray | np.generic | float | complex):
        numbers = np.asarray(value)
        return numbers.dtype.kind not in "fc" or bool(np.isfinite(numbers).all())
    return True


def same(one: Any, other: Any) -> bool:
    """Whether two values are mathematically equal, whatever their number types."""
    return changed_share(one, other) == 0


def changed_share(one: Any, other: Any) -> float:
    """The share of a value's numbers that differ in another one; 1 if their shapes differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        return _of_all(one.keys() == other.keys(), [(one[k], other.get(k)) for k in one])
    if isinstance(one, str | bytes | None) or isinstance(other, str | bytes | None):
        return float(type(one) is not type(other) or one != other)
    try:
        a, b = np.asarray(one), np.asarray(other)
    except ValueError:
        a = b = np.array(None, dtype=object)
    if a.dtype.kind in "biufc" and b.dtype.kind in "biufc":
        return _changed_numbers(a, b)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return _of_all(len(one) == len(other), list(zip(one, other, strict=False)))
    try:
        return float(type(one) is not type(other) or bool(np.any(one != other)))
    except (TypeError, ValueError):
        return 1.0


def _of_all(alike, pairs):
    if not alike:
        return 1.0
    return sum(changed_share(a, b) for a, b in pairs) / len(pairs) if pairs else 0.0


def _changed_numbers(a, b):
    if a.shape != b.shape:
        return 1.0
    if not a.size:
        return 0.0
    single = any(x.dtype.kind == "f" and x.dtype.itemsize < 8 for x in (a, b))
    a, b = (x.astype(np.float64) if x.dtype.kind != "c" else x for x in (a, b))
    with np.errstate(all="ignore"):
        top = np.max(np.abs(a[np.isfinite(a)]), initial=0.0)
        tolerance = 1e-4 if single else 1e-8
        near = np.isclose(a, b, rtol=tolerance, atol=tolerance * min(top, 1.0), equal_nan=True)
    return float(1 - near.mean())


def differs(right: Reply, other: Reply) -> float:
    """The share of the right answer's results that differ, 0 to 1, including changed arguments."""
    if right.meant and other.error:
        return float(right.error != other.error)
    if right.error or other.error:
        return float(bool(right.error) != bool(other.error))
    return max(changed_share(right.values, other.values), changes_differ(right, other))


def changes_differ(right: Reply, other: Reply) -> float:
    """The share of changed arguments that differ."""
    return changed_share(right.changed, other.changed)
