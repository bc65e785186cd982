"""What went wrong in an answer with a failed test: a known mistake, or the smallest failing case.

Works on whatever stands for the student's function, the examiner's proxy above all. What is right
comes from the lab's own solutions, which run here and nowhere else.
"""

import contextlib
import importlib
import io
import random
import re
import time
import warnings
from functools import cache
from unittest import mock

import jupytext
import numpy as np

from grading.engine.magics import NoShell, as_python
from grading.engine.model import Case, Diagnosis, Explanation
from grading.labfile import name_tested
from grading.paths import LABS
from lib import diagnosis
from lib.diagnosis import Unfinished, observe, same, tolerance
from lib.probes import MODULES

SECONDS = 4.0  # for a name; what is counted below ends it before, unless the machine is busy
ALL_SECONDS = 8.0
EXAMPLES, TRIES = 50, 90
MAX_SIDE = 30  # of a picture
MAX_TEXT = 400
NOTHING_TO_ASK = ("NotImplementedError", "NameError", "Stopped", "not graded")
OUT_OF_BOUNDS = "is out of bounds in this lab"


# --- what is right -----------------------------------------------------------------------------


@cache
def own_solutions(lab):
    """The names of a lab as its own cells define them, the given ones included."""
    names = {"__name__": "__main__"}
    names["get_ipython"] = lambda: NoShell(lambda source: exec(source, names))
    with quiet():
        for cell in _cells(lab):
            if cell.cell_type == "code" and {"solution", "locked"} & set(cell.metadata):
                exec(compile(as_python(cell.source), f"<{lab}>", "exec"), names)
    return names


@cache
def graded_names(lab):
    """Names that students define in a lab."""
    return [c.metadata["solution"] for c in _cells(lab) if "solution" in c.metadata]


@cache
def _cells(lab):
    return jupytext.read(LABS / f"{lab}.py", fmt="py:percent").cells


@contextlib.contextmanager
def quiet():
    """No output, no warnings."""
    with (
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
        contextlib.redirect_stdout(io.StringIO()),
    ):
        warnings.simplefilter("ignore")
        yield


# --- the diagnosis -----------------------------------------------------------------------------


def diagnose(lab, name, subject, fatal=(), end=None):
    """Say what is wrong with an answer.

    Parameters
    ----------
    lab, name : str
    subject : callable
        The student's function or class, or what stands for it.
    fatal : tuple of exception types
        After these `subject` cannot be asked any more.
    end : float, optional
        When to stop looking, by `time.monotonic`; four seconds from now by default.

    Returns
    -------
    Diagnosis or None
        None where nothing can be said.
    """
    end = time.monotonic() + SECONDS if end is None else end
    with quiet():
        try:
            right = own_solutions(lab)[name]
            known = diagnosis.diagnose(name, subject, fatal)
            if known is not None:
                probe = diagnosis.probes_of(name)[known.place]
                case = _case(name, probe, subject, right, fatal)
                return Diagnosis(known.slip, tuple(known.alike), known.idea, known.hint, case)
            probe = _smallest(lab, name, subject, right, fatal, end)
            if probe is None:
                return None
            case = _case(name, probe, subject, right, fatal)
            return case and Diagnosis(case=case)
        except (Unfinished, *fatal):
            return None


def as_text(found):
    """What is said of a diagnosis under a failed test."""
    if found.slip:
        return diagnosis.as_text(found.idea, found.hint, found.alike)
    case = found.case
    lines = ["The smallest case that was found to fail:", case.call]
    return "\n".join([*lines, f"expected: {case.expected}", f"got: {case.got}"])


def explain(lab, failed, answer, fatal):
    """Diagnose the names of a submission whose tests failed: the engine's `Diagnose`.

    Parameters
    ----------
    lab : str
        Nothing is known of labs without probes.
    failed : dict
        Why each failed test failed, by its name and in the notebook's order.
    answer : callable
        Takes a name and until when it is needed; returns the student's function or class.
    fatal : tuple of exception types
        What the functions raise when they cannot be asked any more.

    Yields
    ------
    Explanation
        One for each name of which something can be said, in its first failed test.
    """
    if lab not in MODULES:
        return
    names, tests_of = graded_names(lab), {}
    for test in failed:
        if name := name_tested(test, names):
            tests_of.setdefault(name, []).append(test)
    if tests_of:
        _load(lab)
    end = time.monotonic() + ALL_SECONDS
    for name, tests in tests_of.items():
        # What was not written has no mistake, what did not end would not end again, and what is
        # out of bounds has been said.
        reasons = [failed[test] for test in tests]
        if any(why.startswith(NOTHING_TO_ASK) or OUT_OF_BOUNDS in why for why in reasons):
            continue
        until = min(end, time.monotonic() + SECONDS)
        if time.monotonic() >= end:
            break
        try:
            found = diagnose(lab, name, answer(name, until), fatal, until)
        except Exception:  # it is not there, or odd in a way that nobody has thought of
            continue
        if found is not None:
            yield Explanation(name, tests[0], as_text(found), found)


def _load(lab):
    """What takes its time when it is first needed, and shall not be taken from the search's."""
    with contextlib.suppress(Exception):  # then nothing is said, name by name
        own_solutions(lab)
    importlib.import_module("grading.diagnosis.strategies")


class _Enough(BaseException):
    """Ends a search; Hypothesis takes any Exception for a failing case."""


def _smallest(lab, name, subject, right, fatal, end):
    """The smallest case found whose answer is wrong, as a probe, or None."""
    failing, tries = [], 0

    def fails(probe):
        nonlocal tries
        tries += 1
        if tries > TRIES or time.monotonic() > end:
            raise _Enough
        try:
            got = observe(name, probe, subject, fatal, whole=True)
        except (Unfinished, *fatal):
            raise _Enough from None
        wrong = not same(got, observe(name, probe, right, whole=True), tolerance(probe))
        if wrong:
            failing.append(probe)
        return wrong

    with contextlib.suppress(_Enough):
        for probe in diagnosis.probes_of(name):
            if fails(probe):  # they are ordered: the next ones are no smaller
                break
        with contextlib.suppress(Exception):  # nothing found, or something that varies
            _search(lab, name, fails)
    return min(failing, key=_size, default=None)


def _search(lab, name, fails):
    from hypothesis import HealthCheck, Phase, find, settings
    from hypothesis.internal.conjecture import providers

    from grading.diagnosis.strategies import cases

    strategy = cases(name, own_solutions(lab))
    if strategy is None:
        return
    options = settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    # Else it collects numbers from the sources of all modules that happen to be loaded, and
    # notes them in a folder: the same submission shall give the same case everywhere.
    nothing = {"return_value": providers.Constants()}
    with mock.patch.object(providers, "_get_local_constants", **nothing):
        find(strategy, fails, settings=options, random=random.Random(0))


def _size(probe):
    """The smaller, the easier to work out by hand: calls, numbers, and how simple these are."""
    values = [v for step in probe.steps for v in (*step.args, *step.options.values())]
    arrays = [np.asarray(getattr(v, "array", v)) for v in values if not callable(v)]
    arrays = [a for a in arrays if a.dtype.kind in "iuf"]
    return (
        len(probe.steps),
        sum(a.size for a in arrays),
        sum(a.dtype != np.float64 for a in arrays),
        sum(float(np.abs(a).sum()) for a in arrays),
    )


# --- showing it --------------------------------------------------------------------------------


def _case(name, probe, subject, right, fatal):
    """A probe's first wrong answer beside the right one."""
    got = observe(name, probe, subject, fatal, whole=True)
    expected = observe(name, probe, right, whole=True)
    rtol = tolerance(probe)
    places = range(min(len(got), len(expected)))
    place = next((i for i in places if not same(got[i : i + 1], expected[i : i + 1], rtol)), None)
    if place is None:
        return None
    got_values, expected_values = _values(got[place][0], expected[place][0], rtol)
    return Case(
        call=_shown_call(name, probe, place),
        expected=_shown(expected[place], got[place], rtol),
        got=_shown(got[place], expected[place], rtol),
        expected_values=expected_values,
        got_values=got_values,
    )


def _shown_call(name, probe, place):
    steps = probe.steps[: place + 1]
    if probe.make is None:
        return "\n".join(f"{name}({_shown_arguments(step)})" for step in steps)
    letters = "ab" if probe.beside is not None else ["layer"]
    made = [probe.make, probe.beside][: len(letters)]
    lines = [
        f"{letter} = {name}({', '.join(map(repr, arguments))})"
        for letter, arguments in zip(letters, made, strict=True)
    ]
    lines += [f"{letters[s.layer]}.{s.method}({_shown_arguments(s)})" for s in steps]
    return "\n".join(lines)


def _shown_arguments(step):
    shown = [_shown_argument(value) for value in step.args]
    return ", ".join(shown + [f"{k}={_shown_argument(v)}" for k, v in step.options.items()])


def _shown_argument(value):
    if hasattr(value, "text"):
        return f"lambda x: {value.text}"
    layout = {"fortran": "columns first", "reversed": "a reversed view"}
    how = getattr(value, "how", None)
    array = np.asarray(getattr(value, "array", value))
    if array.dtype.kind not in "iuf":
        return repr(value)
    text = _shown_numbers(array)
    notes = [layout.get(how, "a view of every other entry")] if how else []
    notes += [array.dtype.name] if array.dtype not in (np.float64, np.int64) else []
    return f"{text} ({', '.join(notes)})" if notes else text


def _shown_numbers(array):
    if array.size > 60:
        return f"an array of shape {array.shape}"
    if array.ndim == 0:
        return f"{array[()].item():.6g}" if array.dtype.kind in "iu" else _short(array[()].item())
    text = np.array2string(
        array, separator=", ", max_line_width=10_000, formatter={"float_kind": _short}
    )
    return re.sub(r"\[ +", "[", " ".join(text.split()))


def _short(number):
    text = f"{number:.6g}"
    return text if any(c in text for c in ".en") else f"{text}.0"


def _shown(answer, other, rtol):
    """An answer in one line; types only where they make the difference, and what else it did."""
    (value, *notes), (other_value, *other_notes) = answer, other
    types = _without_types(value) != value and same(
        [[_without_types(value)]], [[_without_types(other_value)]], rtol
    )
    text = _shown_value(value, types and not same([[value]], [[other_value]], rtol))
    if notes:
        return f"{text}, but it {' and '.join(notes)}"
    return f"{text}, and nothing else touched" if other_notes else text


def _without_types(value):
    if value[0] == "dict":
        return ["dict", {key: _without_types(part) for key, part in value[1].items()}]
    if value[0] == "items":
        return ["items", [_without_types(part) for part in value[1]]]
    return ["", *value[1:]] if len(value) == 3 else value


def _shown_value(value, types):
    kind = value[0]
    if kind == "error":
        return value[1]
    if kind == "dict":
        parts = [f"{key!r}: {_shown_value(part, types)}" for key, part in value[1].items()]
        text = "{" + ", ".join(parts) + "}"
    elif kind == "items":
        text = "(" + ", ".join(_shown_value(part, types) for part in value[1]) + ")"
    elif len(value) == 3:
        whole = "int" in kind
        array = np.array(value[2], dtype=np.float64).reshape(value[1])
        text = _shown_numbers(array.astype(np.int64) if whole else array)
        text += f" ({kind})" if types else ""
    else:
        text = value[-1] if kind == "None" else f"a {value[1]}"
    return text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}..."


def _values(got, expected, rtol):
    """The first numbers that differ, got and expected, as nested lists to draw."""
    if got[0] == expected[0] and got[0] in ("dict", "items"):
        ours, theirs = got[1], expected[1]
        if got[0] == "items":
            ours, theirs = dict(enumerate(ours)), dict(enumerate(theirs))
        for key in theirs:
            if key in ours and not same([[ours[key]]], [[theirs[key]]], rtol):
                return _values(ours[key], theirs[key], rtol)
    return tuple(_drawable(value) for value in _same_map(got, expected))


def _same_map(got, expected):
    """Two arrays, of several maps the first that differs."""
    arrays = [
        np.array(v[2]).reshape(v[1]) if len(v) == 3 and v[1] else None for v in (got, expected)
    ]
    while all(a is not None and a.ndim > 2 for a in arrays):
        pairs = zip(*arrays, strict=False)
        differ = [pair for pair in pairs if not np.array_equal(*pair)]
        arrays = differ[0] if differ else [a[0] if len(a) else None for a in arrays]
    return arrays


def _drawable(array):
    if array is None or array.ndim > 2 or not array.size or max(array.shape) > MAX_SIDE:
        return None
    return array.tolist() if np.isfinite(array).all() else None
