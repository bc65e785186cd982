"""A call as text, and as a test, ready to paste, that tells a wrong answer from the solution."""

import ast
import difflib
from typing import Any

import numpy as np

from grading.engine.magics import as_python
from grading.quality.audit.asking import (
    ENDED,
    TAKEN,
    Opaque,
    Reply,
    Yielded,
    changed_share,
    changes_differ,
)
from grading.quality.audit.calls import Call
from grading.quality.audit.functions import Function

MAX_TEXT = 4_000


def literal(value: Any) -> str:
    """A value as Python source, with NumPy as np."""
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, Function):
        return value.text
    if isinstance(value, np.generic):
        return literal(value.item())
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k!r}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, tuple):
        return "(" + "".join(f"{literal(v)}, " for v in value).rstrip() + ")" if value else "()"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, float) and not np.isfinite(value):
        return f"float('{value}')"
    return repr(value)


def _array(value):
    if not value.size:
        return f"np.zeros({value.shape}, dtype=np.{value.dtype.name})"
    numbers = literal(value.tolist())
    finite = numbers.replace("float('nan')", "np.nan").replace("float('inf')", "np.inf")
    plain = value.dtype in (np.float64, np.int64, np.bool_) or value.dtype.kind == "U"
    dtype = "" if plain else f", dtype=np.{value.dtype.name}"
    return f"np.array({finite.replace(chr(39) + '-inf' + chr(39), 'np.inf')}{dtype})"


def _lines(call):
    """Lines that make the call, and the expression of each returned value."""
    if not call.steps:
        return [], [call.name]
    if len(call.steps) == 1 and not call.looks:
        return [], [f"{call.name}({_written(call.steps[0])})"]
    lines, results = [], []
    for number, step in enumerate(call.steps):
        if not number:
            lines.append(f"subject = {call.name}({_written(step)})")
        else:
            method = "" if step.method == "__call__" else f".{step.method}"
            lines.append(f"result_{number} = subject{method}({_written(step)})")
            results.append(f"result_{number}")
    return lines, [*results, *(f"subject.{name}" for name in call.looks)]


def _written(step):
    given = [literal(v) for v in step.args]
    return ", ".join(given + [f"{name}={literal(v)}" for name, v in step.options.items()])


def shown_call(call: Call) -> str:
    """The call in a few readable lines."""
    lines, results = _lines(call)
    return "\n".join(lines or results)[:MAX_TEXT]


def shown_reply(reply: Reply) -> str:
    """The reply in readable form."""
    if reply.error == ENDED:
        return "comes to no end, or its process dies"
    if reply.error:
        return f"raises {reply.error}"
    text = "\n".join(map(literal, reply.values))[:MAX_TEXT]
    changed = ", ".join(literal(value) for value in reply.changed.values())[:MAX_TEXT]
    return text + (f"\nand changes what is handed in to {changed}" if changed else "")


def pasted_test(call: Call, expected: Reply, got: Reply, source: str) -> str:
    """A test cell that the solution passes and the wrong answer fails."""
    if expected.error:
        lines, results = _lines(call)
        if "yield" in source:  # what an iterator refuses, it refuses when it is asked
            results = [_taken(result) for result in results]
        body = "\n".join(f"    {line}" for line in [*lines, *(results if not lines else [])])
        return (
            f"try:\n{body}\nexcept {expected.error}:\n    pass\n"
            f'else:\n    raise AssertionError("{call.name} should raise {expected.error} here")'
        )
    if changes_differ(expected, got) and not values_differ(expected, got):
        return _afterwards(call, expected, got)
    lines, results = _lines(call)
    checks = [_check(r, v) for r, v in zip(results, expected.values, strict=False)]
    return "\n".join([*lines, *filter(None, checks)])


def values_differ(expected, got):
    """Whether two replies differ in their values."""
    return bool(got.error) or changed_share(expected.values, got.values) > 0


def _afterwards(call, expected, got):
    """A test of an argument's value after the call."""
    values = list(call.values())
    at = next(
        i
        for i in sorted({*expected.changed, *got.changed})
        if i not in expected.changed
        or i not in got.changed
        or changed_share(expected.changed[i], got.changed[i])
    )
    lines = [f"argument_{i} = {literal(v)}" for i, v in enumerate(values)]
    number, steps = 0, []
    for place, step in enumerate(call.steps):
        given = []
        for _ in step.args:
            given.append(f"argument_{number}")
            number += 1
        for name in step.options:
            given.append(f"{name}=argument_{number}")
            number += 1
        method = f".{step.method}" if step.method not in ("", "__call__") else ""
        target = f"subject{method}" if place else call.name
        prefix = "subject = " if len(call.steps) > 1 and not place else ""
        steps.append(f"{prefix}{target}({', '.join(given)})")
    after = _check(f"argument_{at}", expected.changed.get(at, values[at]))
    return "\n".join([*lines, *steps, after])


def _check(expression, value, depth=0):
    """Assertions that an expression has this value, with numbers within rounding."""
    if isinstance(value, Opaque):
        return ""
    if isinstance(value, Yielded):
        return f"assert {_taken(expression)} == {literal(value)}"
    if isinstance(value, dict | list | tuple) and (_has_arrays(value) or _has_rounding(value)):
        return _check_entries(expression, value, depth)
    if isinstance(value, np.ndarray):
        return (
            f"assert np.shape({expression}) == {value.shape}\n"
            f"np.testing.assert_allclose({expression}, {literal(value)}, rtol=1e-7, atol=1e-9)"
        )
    if isinstance(value, float | np.floating) and np.isfinite(value):
        return f"assert abs({expression} - ({literal(value)})) <= {1e-9 * max(1.0, abs(value)):.1e}"
    if isinstance(value, float | np.floating):
        return f"assert repr(float({expression})) == {repr(float(value))!r}"
    if isinstance(value, bool | None):
        return f"assert {expression} is {value}"
    return f"assert {expression} == {literal(value)}"


def _check_entries(expression, value, depth):
    """The same for each entry of a dict, a list or a tuple."""
    found = f"found_{depth}" if depth else "found"
    made = [f"{found} = {expression}"]
    if isinstance(value, dict):
        made.append(f"assert set({found}) == {{{', '.join(map(repr, value))}}}")
        entries = list(value.items())
    else:
        made.append(f"assert len({found}) == {len(value)}")
        entries = list(enumerate(value))
        if not _has_arrays(value) and all(
            isinstance(v, int | float) and np.isfinite(v) for v in value
        ):
            near = f"all(abs(a - b) <= 1e-9 for a, b in zip({found}, {literal(value)}))"
            return "\n".join([*made, f"assert {near}"])
    made += [_check(f"{found}[{key!r}]", item, depth + 1) for key, item in entries]
    return "\n".join(filter(None, made))


def _taken(expression):
    """The first items of an iterator."""
    return f"[each for each, _ in zip({expression}, range({TAKEN}))]"


def _has_arrays(value):
    if isinstance(value, dict):
        return any(map(_has_arrays, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_has_arrays, value))
    return isinstance(value, np.ndarray | Opaque)


def _has_rounding(value):
    """Whether it contains numbers that another order of addition may change."""
    if isinstance(value, dict):
        return any(map(_has_rounding, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_has_rounding, value))
    return isinstance(value, float | np.floating) and value != round(value, 3)


def diff(before: str, after: str) -> str:
    """The changed lines with two lines of context, both sources in `ast.unparse`'s layout."""
    one, other = (_plain(text).splitlines() for text in (before, after))
    lines = list(difflib.unified_diff(one, other, n=2, lineterm=""))[2:]
    return "\n".join(line for line in lines if not line.startswith("@@"))[:MAX_TEXT]


def _plain(source):
    try:
        return ast.unparse(ast.parse(as_python(source)))
    except (SyntaxError, ValueError):
        return source
