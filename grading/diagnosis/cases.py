"""Show a case: the call, what is right and what was returned, each in a line or two."""

import re

import numpy as np

from grading.engine.model import Case
from lib.diagnosis_asking import ask_one, codes_of_numbers, is_exact, tolerance

MAX_SIDE = 30  # of a picture
MAX_TEXT = 400
KINDS = {"b": "an array of True and False", "c": "an array of complex numbers"}
DIGITS = 6, 9, 12, 17
LAYOUTS = {"fortran": "columns first", "reversed": "a reversed view"}


def shown_case(name, probe, subject, right, fatal=()):
    """A probe's first wrong answer beside the right one as a `Case`, or None if there is none.

    What a probe makes of answers by itself is no case: nobody has called that, or returned it.
    """
    if probe.through is not None or probe.view is not None:
        return None
    expected = ask_one(name, probe, right)
    got = ask_one(name, probe, subject, [answer.form for answer in expected], fatal)
    rtol = tolerance(probe)
    for place, pair in enumerate(zip(got, expected, strict=False)):
        exact = is_exact(name, probe.steps[place])
        if pair[0].missing or same(*pair, rtol, exact):
            continue
        types = same(*pair, rtol, False)
        values = _values(*pair, rtol)
        for digits in DIGITS:  # as many as it takes to see the difference
            wanted = _shown(pair[1], types, bool(pair[0].notes), digits)
            found = _shown(pair[0], types, False, digits)
            if wanted != found:
                break
        return Case(
            _shown_call(name, probe, place),
            wanted,
            found,
            expected_values=values[1],
            got_values=values[0],
        )
    return None


def same(got, expected, rtol, exact):
    """Whether two answers are the same."""
    if got.form != expected.form or got.notes != expected.notes:
        return False
    return all(
        key in got.parts
        and (not exact or got.parts[key][0] == dtype)
        and set(codes_of_numbers(got.parts[key][1], rtol)) & set(codes_of_numbers(values, rtol))
        for key, (dtype, values) in expected.parts.items()
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
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k!r}: {_shown_argument(v)}" for k, v in value.items()) + "}"
    how = getattr(value, "how", None)
    array = np.asarray(getattr(value, "array", value))
    if array.dtype.kind not in "iuf":
        return repr(value)
    text = _shown_numbers(array)
    notes = [LAYOUTS.get(how, "a view of every other entry")] if how else []
    notes += [array.dtype.name] if array.dtype not in (np.float64, np.int64) else []
    return f"{text} ({', '.join(notes)})" if notes else text


def _shown_numbers(array, digits=DIGITS[0]):
    """An array in one line: numbers that differ are never shown alike."""
    if array.size > 60 or array.size == 0:
        return f"an array of shape {array.shape}"
    if array.ndim == 0:
        number = array[()].item()
        return f"{number:.6g}" if array.dtype.kind in "iu" else _short(number, digits)
    different = np.unique(array).tolist()
    enough = (d for d in DIGITS if len({_short(v, d) for v in different}) == len(different))
    digits = max(digits, next(enough, DIGITS[-1]))
    text = np.array2string(
        array,
        separator=", ",
        max_line_width=10_000,
        formatter={"float_kind": lambda number: _short(number, digits)},
    )
    return re.sub(r"\[ +", "[", " ".join(text.split()))


def _short(number, digits):
    text = f"{number:.{digits}g}" if digits < DIGITS[-1] else repr(float(number))
    return text if any(c in text for c in ".en") else f"{text}.0"


def _shown(answer, types, other_notes, digits):
    """An answer in one line; types only where they make the difference, and what else it did."""
    text = _shown_result(answer, types, digits)
    text = text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}..."
    if answer.notes:
        return f"{text}, but it {' and '.join(answer.notes)}"
    return f"{text}, and nothing else touched" if other_notes else text


def _shown_result(answer, types, digits):
    if answer.error is not None:
        return f"{answer.form.split(' ')[1]}: {str(answer.error)[:120]}".rstrip(": ")
    kind, *rest = answer.form.split(" ")
    parts = {key: _shown_part(part, types, digits) for key, part in answer.parts.items()}
    if kind == "dict":
        return "{" + ", ".join(f"{k!r}: {parts.get(k, '?')}" for k in rest) + "}"
    if kind == "items":
        return "(" + ", ".join(parts.values()) + ")"
    if kind in ("array", "number", "list") and len(parts) == 1:
        text = next(iter(parts.values()))
        return f"{text} (a list)" if kind == "list" else text
    if answer.form == "other b" and len(parts) == 1:
        values = next(iter(answer.parts.values()))[1]
        text = " ".join(np.array2string(values.astype(bool), separator=", ").split())
        return text.replace("[ ", "[")
    if kind == "other" and len(rest[0]) == 1:
        return KINDS.get(rest[0], "an array of another kind, or a very large one")
    return "None" if kind == "None" else f"a {rest[0] if rest else kind}"


def _shown_part(part, types, digits):
    dtype, values = part
    text = _shown_numbers(values.astype(np.int64) if "int" in dtype else values, digits)
    return f"{text} ({dtype})" if types else text


def _values(got, expected, rtol):
    """The first numbers that differ, got and expected, as nested lists to draw."""
    for key, (_, wanted) in expected.parts.items():
        if key in got.parts:
            found = got.parts[key][1]
            if not set(codes_of_numbers(found, rtol)) & set(codes_of_numbers(wanted, rtol)):
                return tuple(map(_drawable, _same_map(found, wanted)))
    both = [next((v for _, v in answer.parts.values()), None) for answer in (got, expected)]
    return tuple(map(_drawable, _same_map(*both)))


def _same_map(got, expected):
    """Two arrays, of several maps the first that differs."""
    arrays = [got, expected]
    while all(a is not None and a.ndim > 2 for a in arrays):
        pairs = zip(*arrays, strict=False)
        differ = [pair for pair in pairs if not np.array_equal(*pair)]
        arrays = differ[0] if differ else [a[0] if len(a) else None for a in arrays]
    return arrays


def _drawable(array):
    if array is None or not array.ndim or array.ndim > 2 or not array.size:
        return None
    return array.tolist() if max(array.shape) <= MAX_SIDE and np.isfinite(array).all() else None
