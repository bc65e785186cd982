"""Name the mistake behind a wrong answer, where it is a known one.

A function is asked the questions of `lib.probes`; what it answers is compared with
`lib/fingerprints`, which hold the right answers and those of the known mistakes. A mistake is
named only if every answer is exactly what it would give; otherwise nothing is said.
"""

import contextlib
import functools
import io
import json
import os
import re
import sys
import time
import types
import warnings
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import numpy as np

FINGERPRINTS = Path(__file__).resolve().parent / "fingerprints"
SECONDS = 2.0
MAX_SIZE = 2_000  # entries of a result that are looked at
MAX_WHOLE = 6  # numbers that are kept as they are; of longer results three sums
MAX_SUBJECTS = 3
RTOL, RTOL_FLOAT32 = 1e-9, 1e-5


@dataclass(frozen=True)
class Diagnosis:
    """A known mistake: its name in the bank, others that behave like it, and where it shows.

    place is the number of the first probe whose answer is not the right one.
    """

    name: str
    slip: str
    alike: tuple
    idea: str
    hint: str
    place: int

    def __str__(self):
        return as_text(self.idea, self.hint, self.alike)


def as_text(idea, hint, alike=()):
    """What is said of a known mistake; if others behave alike, it is one for instance."""
    think = "think, for instance" if alike else "think"
    return f'This is what you get when you {think}: "{idea}"\nA hint: {hint}'


class Unfinished(Exception):
    """The function is still a stub."""


class TooLong(BaseException):
    """It takes too long; no ``except Exception`` of the function itself shall catch this."""


def diagnose(name, subject, fatal=()):
    """Find the known mistake that a function or class makes.

    Parameters
    ----------
    name : str
        The name that the lab gives it.
    subject : callable
        The function or the class, or what stands for it in another process.
    fatal : tuple of exception types
        Raised on, instead of being taken for an answer.

    Returns
    -------
    Diagnosis or None
        None for right code, and for wrong code that none of the known mistakes explains.

    Raises
    ------
    Unfinished
        A part of it raises NotImplementedError.
    """
    known = fingerprint(name)
    if known is None:
        return None
    possible, first = known["slips"], None
    for place, (probe, right) in enumerate(zip(probes_of(name), known["right"], strict=True)):
        got, rtol = observe(name, probe, subject, fatal), tolerance(probe)
        possible = [slip for slip in possible if same(got, slip["answers"][place], rtol)]
        if not possible:
            return None
        if first is None and not same(got, right, rtol):
            first = place
    # Any two of them differ by more than the tolerance somewhere, so there is one left.
    if first is None or len(possible) != 1:
        return None
    [found] = possible
    slip, *alike = found["slips"]
    return Diagnosis(name, slip, tuple(alike), found["idea"], found["hint"], first)


@functools.cache
def fingerprint(name):
    """What is known about a name: ``right`` answers, and ``slips`` with their ``answers``."""
    path = FINGERPRINTS / f"{name}.json"
    if not name.isidentifier() or not path.exists():
        return None
    known = json.loads(path.read_text(encoding="utf-8"))
    right = known["right"]
    if len(right) != len(probes_of(name)):
        return None
    for slip in known["slips"]:
        differs = slip.pop("differs")
        slip["answers"] = [_filled(differs.get(str(i)), answer) for i, answer in enumerate(right)]
    return known


def _filled(answer, right):
    """A mistake's answer whole: null in it stands for what is right there."""
    if answer is None:
        return right
    if isinstance(answer, list):
        rights = right if isinstance(right, list) else []
        return [_filled(a, b) for a, b in zip_longest(answer, rights[: len(answer)])]
    if isinstance(answer, dict):
        return {key: _filled(a, right[key]) if a is None else a for key, a in answer.items()}
    return answer


def probes_of(name):
    """The probes of a name; they are made when they are first needed."""
    from lib.probes import probes_of

    return probes_of(name)


# --- asking ------------------------------------------------------------------------------------


def observe(name, probe, subject, fatal=(), whole=False):
    """Make the calls of a probe and note what comes back.

    Parameters
    ----------
    name, subject, fatal
        As for `diagnose`.
    probe : lib.probes.Probe
    whole : bool
        Keep every number of a long result.

    Returns
    -------
    list
        For each call its answer, as JSON could hold it, then what else it did, such as
        "changes x". An error is the last answer.
    """
    layers, seen, answers = [], [], []
    for number, step in enumerate(probe.steps):
        given = _arguments(step)
        seen += [(label, value, _copies(value)) for label, value in given if _is_array(value)]
        args, options = _as_call(step, given)
        try:
            if probe.make is None:
                result = subject(*args, **options)
            else:
                if not layers:
                    made = (probe.make, probe.beside)
                    layers = [subject(*each) for each in made if each is not None]
                result = getattr(layers[step.layer], step.method)(*args)
        except fatal:
            raise
        except NotImplementedError:
            raise Unfinished from None
        except Exception as error:
            answers.append([["error", _kind_of(error)]])
            break
        arrays = _arrays_in(result)
        seen_as = probe.view(arrays[0]) if probe.view and arrays else result
        answer = canonical(seen_as, _is_exact(name, step))
        notes = [f"changes {label}" for label, value, before in seen if not _equal(value, before)]
        notes += [
            f"shares memory with {label}"
            for label, value, _ in seen
            if any(_shares(a, b) for a in arrays for b in _arrays_in(value))
        ]
        # The result as it came: a dict may be filled anew by the next call.
        seen.append((f"result {number + 1}", result, None))
        seen = [(label, value, _copies(value)) for label, value, _ in seen]
        answers.append([answer, *notes])
    if probe.tied and len(answers) == len(probe.steps):
        _share(answers[-1][0], probe.tied)
    return answers if whole else [[_sketched(answer), *notes] for answer, *notes in answers]


def _kind_of(error):
    """Name of the error, or of the built-in one that it is derived from."""
    kinds = (kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins")
    return next(kinds, type(error).__name__)


def _arguments(step):
    """Pairs of a label and a fresh value, for each argument."""
    labels = [f"argument {i + 1}" for i in range(len(step.args))]
    pairs = [*zip(labels, step.args, strict=True), *step.options.items()]
    return [(label, _fresh(value)) for label, value in pairs]


def _fresh(value):
    if isinstance(value, np.ndarray):
        return value.copy()
    return value() if hasattr(value, "how") else value


def _as_call(step, given):
    values = [value for _, value in given]
    count = len(step.args)
    return values[:count], dict(zip(step.options, values[count:], strict=True))


def _is_exact(name, step):
    """Whether the dtype of a result counts; elsewhere ints are as good where they are right."""
    backward = step.method == "backward" or name.endswith("_backward")
    return backward or name in ("output_size", "pad_1d", "numerical_gradient", "to_image")


def canonical(result, exact):
    """A result as lists and numbers; all right ways to give it become the same."""
    kind = type(result)
    if result is None:
        return ["None"]
    if issubclass(kind, bool | np.bool_):
        return ["other", "bool"]
    if issubclass(kind, int | float | np.number | np.ndarray):
        return _canonical_numbers(np.asarray(result), exact)
    if issubclass(kind, dict) and len(result) <= 10:
        pairs = ((str(key), canonical(value, exact)) for key, value in result.items())
        return ["dict", dict(sorted(pairs, key=lambda pair: pair[0]))]
    if issubclass(kind, tuple | list):
        # A list of gradients is as good as a tuple of them; one of numbers is no array.
        if len(result) > 60:
            return ["other", f"{len(result)} items"]
        return ["items", [canonical(item, exact) for item in result]]
    return ["other", kind.__name__]


def _canonical_numbers(array, exact):
    if array.dtype.kind not in "iuf" or array.size > MAX_SIZE:
        return ["other", f"{array.dtype.kind}{array.size}"]
    kind = array.dtype.name if exact else "number"
    return [kind, list(array.shape), np.array(array.ravel()).astype(np.float64).tolist()]


def _sketched(answer):
    """An answer with three sums in the place of many numbers: they change when any of them does."""
    if answer[0] == "dict":
        return ["dict", {key: _sketched(value) for key, value in answer[1].items()}]
    if answer[0] == "items":
        return ["items", [_sketched(value) for value in answer[1]]]
    if len(answer) < 3 or len(answer[2]) <= MAX_WHOLE:
        return answer
    k = np.arange(len(answer[2]))
    weights = 1 + np.array([k * 37 % 101, (k * k * 31 + 17 * k) % 97, (k**3 * 13 + 5 * k) % 89])
    return [*answer[:2], (weights @ np.array(answer[2])).tolist()]


def _share(answer, groups):
    """Give to the first of the tied places what all of them got, if nobody got the wrong sign."""
    while answer[0] == "items" and answer[1]:
        answer = answer[1][0]
    if len(answer) != 3:
        return
    values = answer[2]
    for group in groups:
        shares = [values[i] for i in group] if max(group) < len(values) else []
        if shares and (min(shares) >= 0 or max(shares) <= 0):
            for i in group:
                values[i] = 0.0
            values[group[0]] = float(sum(shares))


def _is_array(value):
    return issubclass(type(value), np.ndarray)


def _copies(value):
    return [np.array(array) for array in _arrays_in(value)]


def _equal(value, before):
    now = _arrays_in(value)
    return len(now) == len(before) and all(
        np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
        for a, b in zip(now, before, strict=True)
    )


def _arrays_in(result):
    """The arrays in a result, as plain ones; not what is too large to look at."""
    if _is_array(result):
        fine = result.dtype.kind in "iuf" and result.size <= MAX_SIZE
        return [np.asarray(result)] if fine else []
    if issubclass(type(result), dict):
        result = list(result.values())[:10]
    if issubclass(type(result), tuple | list) and len(result) <= 60:
        return [array for part in result for array in _arrays_in(part)]
    return []


def _shares(array, value):
    try:
        return np.shares_memory(array, value, max_work=10_000)
    except Exception:  # too hard to say
        return False


# --- comparing ---------------------------------------------------------------------------------


def tolerance(probe):
    """The allowed difference of a probe's answers, relative to the largest number."""
    if probe.rtol is not None:
        return probe.rtol
    values = [v for step in probe.steps for v in (*step.args, *step.options.values())]
    single = any(getattr(getattr(v, "array", v), "dtype", None) == np.float32 for v in values)
    return RTOL_FLOAT32 if single else RTOL


def same(got, expected, rtol):
    """Whether two lists of answers agree."""
    if len(got) != len(expected):
        return False
    return all(
        a[1:] == b[1:] and _same(a[0], b[0], rtol) for a, b in zip(got, expected, strict=True)
    )


def _same(got, expected, rtol):
    if got[0] != expected[0] or len(got) != len(expected):
        return False
    if got[0] == "dict":
        return set(got[1]) == set(expected[1]) and all(
            _same(got[1][key], expected[1][key], rtol) for key in got[1]
        )
    if got[0] == "items":
        return len(got[1]) == len(expected[1]) and all(
            _same(a, b, rtol) for a, b in zip(got[1], expected[1], strict=True)
        )
    if len(got) < 3:
        return got == expected
    if got[1] != expected[1]:
        return False
    a, b = np.array(got[2]), np.array(expected[2])
    finite = np.isfinite(b)
    if not np.array_equal(np.isfinite(a), finite):
        return False
    if not np.array_equal(a[~finite], b[~finite], equal_nan=True):
        return False
    scale = np.max(np.abs(b[finite]), initial=0.0)
    return bool(np.all(np.abs(a[finite] - b[finite]) <= rtol * scale))


# --- in the notebook ---------------------------------------------------------------------------


def names_mistakes(check):
    """Decorate a check: where it fails and the mistake is a known one, its message says which.

    The function is an argument of the check, or has its name at the beginning of the message, or
    is used in the line that calls the check. ``CHECKING_DIAGNOSIS=off`` in the environment turns
    this off, as the grader does, which looks for mistakes itself.
    """

    @functools.wraps(check)
    def checked(*args, **kwargs):
        __tracebackhide__ = True
        try:
            return check(*args, **kwargs)
        except AssertionError as error:
            if os.environ.get("CHECKING_DIAGNOSIS") != "off":
                with contextlib.suppress(Exception):
                    _explain(error, args, kwargs, sys._getframe(1))
            raise

    return checked


@contextlib.contextmanager
def no_names():
    """Turn `names_mistakes` off for a while, as for thousands of checks that are to fail."""
    before = os.environ.get("CHECKING_DIAGNOSIS")
    os.environ["CHECKING_DIAGNOSIS"] = "off"
    try:
        yield
    finally:
        if before is None:
            del os.environ["CHECKING_DIAGNOSIS"]
        else:
            os.environ["CHECKING_DIAGNOSIS"] = before


def _explain(error, args, kwargs, frame):
    """Append the named mistake to the message, once."""
    if getattr(error, "explained", False):  # by a check that this check has called
        return
    found = list(dict.fromkeys(_subjects(str(error), args, kwargs, frame)))[:MAX_SUBJECTS]
    error.explained = bool(found)
    for name, subject in found:
        diagnosis = _quietly(name, subject)
        if diagnosis is not None:
            whose = "" if name in str(error) else f"{name}: "
            error.args = (f"{error}\n{whose}{diagnosis}",)
            return


def _subjects(message, args, kwargs, frame):
    """Pairs of a name and what it means, the likeliest first."""
    names = frame.f_globals
    for value in (*reversed(args[:2]), *reversed(kwargs.values())):
        owner = getattr(value, "__self__", None)  # the layer of a bound method
        subject = value if owner is None or isinstance(owner, types.ModuleType) else type(owner)
        if callable(subject) and fingerprint(getattr(subject, "__name__", "")):
            yield subject.__name__, subject
    words = re.findall(r"[A-Za-z_]\w*", message.split("\n")[0][:300])
    for name in [*words, *_used(frame.f_code, names)]:
        if callable(names.get(name)) and fingerprint(name):
            yield name, names[name]


def _used(code, names, depth=2):
    """Names that some code uses, also in the helpers that it calls."""
    for name in code.co_names:
        yield name
        helper = getattr(names.get(name), "__code__", None)
        if depth and helper is not None and name.startswith("_"):
            yield from _used(helper, names, depth - 1)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _used(constant, names, depth)


def _quietly(name, subject):
    """`diagnose` without output, warnings and endless loops; None if anything is odd."""
    try:
        with (
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
            warnings.catch_warnings(),
            np.errstate(all="ignore"),
            _stopped_after(SECONDS),
        ):
            warnings.simplefilter("ignore")
            return diagnose(name, subject)
    except (Exception, SystemExit, TooLong):
        return None


@contextlib.contextmanager
def _stopped_after(seconds):
    """Raise `TooLong` in what runs longer: on every system and in every thread, unlike a signal."""
    end = time.monotonic() + seconds

    def watch(*_):
        if time.monotonic() > end:
            raise TooLong
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        yield
    finally:
        sys.settrace(before)
