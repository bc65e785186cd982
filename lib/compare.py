"""Compare what a function returned with what it should: type, shape, dtype, finite, values.

`__tracebackhide__` keeps a function out of the tracebacks of IPython and pytest: what a student
sees is the line of the cell and the message.
"""

import numbers
import os
from itertools import zip_longest
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from lib.messages import check_function

COUNTED = ("first", "second", "third", "fourth", "fifth", "sixth")
FLOATS = (float, np.float64)
MAX_SHOWN = 60  # numbers of an array that is written out


def rng() -> np.random.Generator:
    """Random generator of a test: the same numbers each time, unless CHECKING_SEED says otherwise.

    Returns
    -------
    numpy.random.Generator
    """
    return np.random.default_rng(int(os.environ.get("CHECKING_SEED", "0")))


class Shares:
    """An expected gradient at ties: any shares are right that sum to what came in.

    Parameters
    ----------
    shape : tuple
        Of the gradient.
    ties : list of pairs (places, total)
        The winners, as indices into the flattened gradient, and the upstream gradient that they
        divide. A place may win several windows: each pair then names it. Nobody else gets anything.
    """

    def __init__(self, shape, ties):
        self.shape = tuple(shape)
        self.ties = [(np.atleast_1d(places), float(total)) for places, total in ties]

    def __repr__(self):
        return f"Shares({self.shape}, ...)"


@check_function
def check_equal(
    got: Any,
    expected: Any,
    name: str = "the result",
    *,
    dtype: DTypeLike | None = None,
    rtol: float = 1e-9,
    gradient: bool = False,
) -> None:
    """Raise an AssertionError unless `got` is what was expected, in type, shape, kind and value.

    Parameters
    ----------
    got : anything
        What the code under test returned.
    expected : number, array_like, tuple, dict or Shares
        A number asks for a number (a Python or NumPy number or a 0-d array, of any real kind), a
        list or an array for an array of exactly that shape, a tuple or a dict for the same, entry
        by entry.
    name : str
        What to call it in the message, such as ``"conv_1d([1, 2], [3])"``.
    dtype : type, optional
        Ask arrays, and numbers where it is `int`, for exactly this dtype. Without it arrays of
        floats must be answered with floats, ints with ints or floats.
    rtol : float
        Allowed difference, relative to the largest expected magnitude: 1e-9 for float64,
        1e-5 where an input is float32.
    gradient : bool
        It is a gradient: float64 whatever the inputs are, and called `dx` where a dict says `x`.
    """
    __tracebackhide__ = True
    compare(got, expected, name, dtype=dtype, rtol=rtol, gradient=gradient)


def compare(got, expected, name, *, dtype=None, rtol=1e-9, gradient=False):
    """`check_equal` for other checks, which have names for mistakes themselves."""
    __tracebackhide__ = True
    if gradient:
        dtype = np.float64
    if isinstance(expected, Shares):
        _check_shares(got, expected, name)
        return
    if _are_alike(got, expected, dtype, rtol):
        return
    if (len(expected) if isinstance(expected, dict | tuple) else np.size(expected)) == 0:
        raise ValueError(f"{name}: a comparison with something empty proves nothing.")
    how = {"dtype": dtype, "rtol": rtol, "gradient": gradient}
    if isinstance(expected, dict):
        check_keys(got, expected, name)
        for key in expected:
            part = f"{name}: d{key}" if gradient else f"{name}[{key!r}]"
            compare(got[key], expected[key], part, **how)
    elif isinstance(expected, tuple):
        count = len(expected)
        if not isinstance(got, tuple | list):
            raise AssertionError(
                f"{name}: expected a tuple of {count} results, got {describe(got)}."
            )
        if len(got) != count:
            raise AssertionError(f"{name}: expected {count} results, got {len(got)}.")
        for i in range(count):
            compare(got[i], expected[i], f"{name}: the {COUNTED[i]} of {count}", **how)
    elif np.ndim(expected) == 0:
        if dtype is int and isinstance(got, float | np.floating):
            raise AssertionError(f"{name}: expected an int, got {describe(got)}.")
        _check_values(_as_number(got, name), np.asarray(expected), name, **how)
    else:
        expected = np.asarray(expected)
        array = _as_array(got, expected.shape, name, gradient)
        _check_values(array, expected, name, **how)


def _are_alike(got, expected, dtype, rtol):
    """Whether both are of the usual kind, floats or arrays of them, and equal: that is quick."""
    if type(got) in FLOATS and type(expected) in FLOATS:
        return dtype is not int and bool(abs(got - expected) <= rtol * abs(expected) < np.inf)
    if type(got) is not np.ndarray or type(expected) is not np.ndarray or not got.size:
        return False
    if not got.dtype == expected.dtype == np.float64 or got.shape != expected.shape or not got.ndim:
        return False
    if dtype not in (None, float, np.float64):
        return False
    most = rtol * np.maximum.reduce(np.abs(expected), axis=None)
    return bool(np.maximum.reduce(np.abs(got - expected), axis=None) <= most < np.inf)  # no NaN is


@check_function
def check_gradients(
    got: Any, expected: Any, name: str = "the gradient", *, rtol: float = 1e-9
) -> None:
    """`check_equal` for gradients: float64 whatever the inputs are, and named `dx`, `dw`, ..."""
    __tracebackhide__ = True
    check_equal(got, expected, name, rtol=rtol, gradient=True)


def _check_shares(got, expected, name):
    """Each window's winners divide its total; where windows share winners, they are judged as one.

    Windows that have a place in common are a group: the group's places must sum to the group's
    totals, and none may have the wrong sign or more than the windows that it wins have to give.
    """
    __tracebackhide__ = True
    gradient = _as_array(got, expected.shape, name, gradient=True)
    _check_kind(gradient, np.zeros(1), name, np.float64, gradient=True)
    _check_finite(gradient, name)
    flat = np.asarray(gradient, dtype=np.float64).ravel()
    low, high = np.zeros(flat.size), np.zeros(flat.size)
    for places, total in expected.ties:
        low[places] += min(total, 0.0)
        high[places] += max(total, 0.0)
    slack = 1e-9 * max((abs(total) for _, total in expected.ties), default=1.0)
    outside = (flat < low - slack) | (flat > high + slack)
    for place in np.flatnonzero(outside):
        index = np.unravel_index(place, expected.shape)
        here = entry(name, index)
        if low[place] == high[place] == 0:
            raise AssertionError(f"{here} wins nothing: expected 0, got {flat[place]:.10g}.")
        if flat[place] * (low[place] + high[place]) < 0:
            raise AssertionError(
                f"{here} is {flat[place]:.10g}: a share has the sign of what came in."
            )
    for places, total in _groups(expected.ties):
        found = flat[places].sum()
        if abs(found - total) > slack * len(places):
            shown = ", ".join(f"{flat[place]:.5g}" for place in places[:6])
            where = [str(_place(np.unravel_index(p, expected.shape))) for p in places[:6]]
            raise AssertionError(
                f"{name}: the tied winners at {', '.join(where)} got {shown}. "
                f"These shares sum to {found:.10g} and should to {total:.10g}."
            )
    if outside.any():
        index = np.unravel_index(np.flatnonzero(outside)[0], expected.shape)
        raise AssertionError(f"{entry(name, index)} got more than came in.")


def _groups(ties):
    """Ties that have places in common, put together: pairs of all their places and their total."""
    groups: list = []
    for places, total in ties:
        together, others = set(places.tolist()), []
        for known, known_total in groups:
            if together & known:
                together, total = together | known, total + known_total
            else:
                others.append((known, known_total))
        groups = [*others, (together, total)]
    return [(sorted(places), total) for places, total in groups]


def describe(value):
    """Say in a few words what `value` is: "an array of shape (2, 3)", "the float 3.0", "None"."""
    if value is None:
        return "None (is there a `return`?)"
    if isinstance(value, np.ndarray):
        kind = "an array" if value.dtype.kind in "iuf" else f"a {value.dtype} array"
        return f"{kind} of shape {value.shape}"
    if isinstance(value, numbers.Number) and not isinstance(value, bool):
        kind = type(value).__name__
        return f"the {kind} {value.item() if isinstance(value, np.generic) else value!r}"
    if isinstance(value, tuple | list) and value:
        return f"a {type(value).__name__} of {len(value)}"
    article = "an" if type(value).__name__[0] in "aeiou" else "a"
    return f"{article} {type(value).__name__}"


def check_keys(got, expected, name):
    """Raise an AssertionError unless `got` is a dict with exactly the keys of `expected`."""
    __tracebackhide__ = True
    keys = f"key{'s'[: len(expected) - 1]} {' and '.join(map(repr, expected))}"
    if not isinstance(got, dict):
        raise AssertionError(f"{name}: expected a dict with the {keys}, got {describe(got)}.")
    if set(got) != set(expected):
        found = " and ".join(repr(key) for key in got) or "no keys"
        raise AssertionError(
            f"{name}: expected a dict with the {keys}, got {found}. "
            "The keys are the names of the forward's arrays."
        )


def _as_number(got, name):
    __tracebackhide__ = True
    is_number = isinstance(got, numbers.Number | np.number | np.ndarray)
    # np.asarray leaves subclasses behind, which may lie about their shape and about ==.
    array = np.asarray(got if is_number else None)
    if array.ndim > 0 or array.dtype.kind in "bO":
        raise AssertionError(f"{name}: expected a single number, got {describe(got)}.")
    return array


def _as_array(got, shape, name, gradient=False):
    __tracebackhide__ = True
    if not isinstance(got, np.ndarray):
        raise AssertionError(
            f"{name}: expected a NumPy array of shape {shape}, got {describe(got)}."
        )
    array = np.asarray(got)
    if array.shape != shape:
        rule = " A gradient has the shape of what it is the gradient of." if gradient else ""
        raise AssertionError(
            f"{name}: expected shape {shape}, got {array.shape}"
            f"{shape_hint(array.shape, shape)}{rule}"
        )
    return array


def shape_hint(got, expected):
    """Say in a few words how a shape is wrong; ends the sentence."""
    if not expected:
        return ": it must be a single number."
    if len(got) != len(expected):
        return f": {len(got)}-D instead of {len(expected)}-D."
    if got[:-2] == expected[:-2] and got[-2:] == expected[-2:][::-1]:
        axes = "rows and columns" if len(got) == 2 else "the last two axes"
        axes = "height and width" if len(got) == 4 else axes
        return f": have {axes} swapped places?"
    off = [g - e for g, e in zip(got, expected, strict=True) if g != e]
    if set(off) == {-1}:
        return ": one too short."
    if set(off) == {1}:
        return ": one too long."
    if sorted(got) == sorted(expected):
        return ": are its axes in another order?"
    return "."


def _check_values(got, expected, name, dtype, rtol, gradient):
    __tracebackhide__ = True
    _check_kind(got, expected, name, dtype, gradient)
    got, expected = (a.astype(np.float64) + 0.0 for a in (got, expected))  # no -0
    _check_finite(got, name)
    wrong = ~(np.abs(got - expected) <= rtol * np.max(np.abs(expected)))
    if wrong.any():
        index = np.argwhere(wrong)[0]
        found, wanted = got[tuple(index)], expected[tuple(index)]
        message = f"{entry(name, index)}: expected {wanted:.10g}, got {found:.10g}"
        if got.size > 1:  # a full stop here would make 4.7 of "got 4. 7 of 9 values"
            message += f"; {count_of(wrong)} differ"
        raise AssertionError(f"{message}.{show_both(got, expected)}")


def _check_kind(got, expected, name, dtype, gradient):
    __tracebackhide__ = True
    if got.dtype.kind not in "iuf":
        raise AssertionError(f"{name}: expected real numbers, got dtype {got.dtype}.")
    if got.ndim == 0 and dtype is not int:
        return  # a number may be of any kind
    if dtype is not None and not _has_dtype(got, dtype):
        rule = " Gradients are float64, whatever the inputs are." if gradient else ""
        raise AssertionError(
            f"{name} has dtype {got.dtype.name} and should have {np.dtype(dtype).name}.{rule}"
        )
    if dtype is None and expected.dtype.kind == "f" and got.dtype.kind != "f":
        raise AssertionError(
            f"{name}: expected floats, got {got.dtype.name}. "
            "Integers cut off everything after the decimal point: use dtype float."
        )


def _check_finite(got, name):
    __tracebackhide__ = True
    if not np.isfinite(got).all():
        index = np.argwhere(~np.isfinite(got))[0]
        raise AssertionError(
            f"{entry(name, index)} is {got[tuple(index)]}: expected a finite number."
        )


def _has_dtype(got, dtype):
    # Python's int is any integer dtype: its width differs between systems.
    return got.dtype.kind in "iu" if dtype is int else got.dtype == dtype


def entry(name, index):
    """Write an entry as Python does, ``w[1, 0]``, or as ``conv_1d(x, w) at [1, 0]``."""
    if not len(index):
        return name
    place = _place(index)
    return f"{name}{place}" if name.split(": ")[-1].isidentifier() else f"{name} at {place}"


def _place(index):
    return f"[{', '.join(str(int(i)) for i in index)}]"


def count_of(wrong):
    """Say how many entries of a boolean array are set."""
    return f"{wrong.sum()} of {wrong.size} values"


def show_both(got, expected):
    """Write two small arrays side by side, if that shows how they differ."""
    if got.size > MAX_SHOWN or got.size == 1:
        return ""
    texts = [array_text(array) for array in (expected, got)]
    if texts[0] == texts[1]:
        return ""
    return "\n" + side_by_side(zip(("expected:", "got:"), texts, strict=True))


def array_text(array):
    """Write a small array of any number of dimensions."""
    array, unit = np.asarray(array), 1.0
    if array.dtype.kind == "f":
        largest = np.max(np.abs(array[np.isfinite(array)]), initial=0.0)
        unit = largest if 0 < largest < 1e-3 else 1.0
        array = np.where(np.abs(array) < 5e-6 * unit, 0.0, array)  # 0 and not -0
    with np.printoptions(precision=5, suppress=unit == 1.0, linewidth=88):
        return str(array)


def side_by_side(parts, width=88):
    """Write texts with their titles as columns, or below each other where they are too wide."""
    columns = [[title, *text.split("\n")] for title, text in parts]
    widths = [max(map(len, column)) for column in columns]
    if sum(widths) + 4 * (len(widths) - 1) > width:
        return "\n".join("\n".join(column) for column in columns)
    rows = zip_longest(*columns, fillvalue="")
    return "\n".join(
        "    ".join(part.ljust(n) for part, n in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
