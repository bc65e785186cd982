"""Compare what a function returned with what it should: type, shape, dtype, finite, values.

`__tracebackhide__` keeps a function out of the tracebacks of IPython and pytest: what a student
sees is the line of the cell and the message.
"""

import numbers
import os

import numpy as np

from lib.diagnosis import names_mistakes


def rng():
    """Random generator of a test: the same numbers each time, unless CHECKING_SEED says otherwise.

    Returns
    -------
    numpy.random.Generator
    """
    return np.random.default_rng(int(os.environ.get("CHECKING_SEED", "0")))


@names_mistakes
def check_equal(got, expected, name="the result", *, dtype=None, rtol=1e-9):
    """Raise an AssertionError unless `got` is what was expected, in type, shape, kind and value.

    Parameters
    ----------
    got : anything
        What the code under test returned.
    expected : number, array_like, tuple or dict
        A number asks for a number (a Python or NumPy number or a 0-d array), a list or an array
        for an array of exactly that shape, a tuple or a dict for the same, entry by entry.
    name : str
        What to call it in the message, such as ``"conv_1d([1, 2], [3])"``.
    dtype : type, optional
        Ask for exactly this dtype. Without it floats must be answered with floats, ints with
        ints or floats.
    rtol : float
        Allowed difference, relative to the largest expected magnitude: 1e-9 for float64,
        1e-5 where an input is float32.
    """
    __tracebackhide__ = True
    if (len(expected) if isinstance(expected, dict | tuple) else np.size(expected)) == 0:
        raise ValueError(f"{name}: a comparison with something empty proves nothing.")
    if isinstance(expected, dict):
        check_keys(got, expected, name)
        for key in expected:
            check_equal(got[key], expected[key], f"{name}[{key!r}]", dtype=dtype, rtol=rtol)
    elif isinstance(expected, tuple):
        count = len(expected)
        if not isinstance(got, tuple | list):
            raise AssertionError(f"{name}: expected a tuple of {count}, got {describe(got)}.")
        if len(got) != count:
            raise AssertionError(f"{name}: expected {count} results, got {len(got)}.")
        for i in range(count):
            check_equal(got[i], expected[i], f"{name}[{i}]", dtype=dtype, rtol=rtol)
    elif np.ndim(expected) == 0:
        _check_values(_as_number(got, name), np.asarray(expected), name, dtype, rtol)
    else:
        expected = np.asarray(expected)
        _check_values(_as_array(got, expected.shape, name), expected, name, dtype, rtol)


@names_mistakes
def check_gradients(got, expected, name="the gradients", *, rtol=1e-9):
    """`check_equal` for gradients, which are float64 whatever the inputs are."""
    __tracebackhide__ = True
    check_equal(got, expected, name, dtype=np.float64, rtol=rtol)


def describe(value):
    """Say in a few words what `value` is: "an array of shape (2, 3)", "a list", "None"."""
    if value is None:
        return "None (is there a `return`?)"
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    if isinstance(value, numbers.Number) and not isinstance(value, bool):
        return f"the number {value!r}"
    article = "an" if type(value).__name__[0] in "aeiou" else "a"
    return f"{article} {type(value).__name__}"


def check_keys(got, expected, name):
    """Raise an AssertionError unless `got` is a dict with exactly the keys of `expected`."""
    __tracebackhide__ = True
    keys = " and ".join(repr(key) for key in expected)
    if not isinstance(got, dict):
        raise AssertionError(f"{name}: expected a dict with the keys {keys}, got {describe(got)}.")
    if set(got) != set(expected):
        found = " and ".join(repr(key) for key in got) or "no keys"
        raise AssertionError(
            f"{name}: expected a dict with the keys {keys}, got {found}. "
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


def _as_array(got, shape, name):
    __tracebackhide__ = True
    if not isinstance(got, np.ndarray):
        raise AssertionError(
            f"{name}: expected a NumPy array of shape {shape}, got {describe(got)}."
        )
    array = np.asarray(got)
    if array.shape != shape:
        raise AssertionError(
            f"{name}: expected shape {shape}, got {array.shape}{shape_hint(array.shape, shape)}"
        )
    return array


def shape_hint(got, expected):
    """Guess in a few words why a shape is wrong; ends the sentence."""
    if not expected:
        return ": it must be a single number."
    if len(got) != len(expected):
        return f": {len(got)}-D instead of {len(expected)}-D."
    if got[:-2] == expected[:-2] and got[-2:] == expected[-2:][::-1]:
        return ": have height and width swapped places (rows and columns)?"
    off = [g - e for g, e in zip(got, expected, strict=True) if g != e]
    if set(off) == {-1}:
        return ": one too short. From 0 to n - k there are n - k + 1 places."
    if set(off) == {1}:
        return ": one too long. Does the last window still fit?"
    return "."


def _check_values(got, expected, name, dtype, rtol):
    __tracebackhide__ = True
    if got.dtype.kind not in "iuf":
        raise AssertionError(f"{name}: expected real numbers, got dtype {got.dtype}.")
    if dtype is not None and not _has_dtype(got, dtype):
        raise AssertionError(
            f"{name}: expected dtype {np.dtype(dtype).name}, got {got.dtype.name}."
        )
    if dtype is None and expected.dtype.kind == "f" and got.dtype.kind != "f":
        raise AssertionError(
            f"{name}: expected floats, got {got.dtype.name}. "
            "Integers cut off everything after the decimal point: use dtype float."
        )
    got, expected = got.astype(np.float64), expected.astype(np.float64) + 0.0  # no -0
    if not np.isfinite(got).all():
        index = np.argwhere(~np.isfinite(got))[0]
        raise AssertionError(
            f"{entry(name, index)} is {got[tuple(index)]}: expected a finite number."
        )
    wrong = ~(np.abs(got - expected) <= rtol * np.max(np.abs(expected)))
    if wrong.any():
        index = np.argwhere(wrong)[0]
        found, wanted = got[tuple(index)], expected[tuple(index)]
        message = f"{entry(name, index)}: expected {wanted:.10g}, got {found:.10g}."
        if got.size > 1:
            message += f" {count_of(wrong)} differ."
            message += show_both(got, expected)
        raise AssertionError(message)


def _has_dtype(got, dtype):
    # Python's int is any integer dtype: its width differs between systems.
    return got.dtype.kind in "iu" if dtype is int else got.dtype == dtype


def entry(name, index):
    """Write an entry as Python does, ``w[1, 0]``, or as ``conv_1d(x, w) at [1, 0]``."""
    if not len(index):
        return name
    place = f"[{', '.join(str(int(i)) for i in index)}]"
    return f"{name}{place}" if name.isidentifier() else f"{name} at {place}"


def count_of(wrong):
    """Say how many entries of a boolean array are set."""
    return f"{wrong.sum()} of {wrong.size} values"


def show_both(got, expected):
    """Write two small arrays below each other, if that shows how they differ."""
    if got.ndim > 2 or got.size > 60 or got.size == 1:
        return ""
    with np.printoptions(precision=5, suppress=True, linewidth=88):
        # What rounds to zero is 0 and not -0.
        texts = [str(np.where(np.abs(a) < 5e-6, 0.0, a)) for a in (expected, got)]
    return "" if texts[0] == texts[1] else f"\nexpected:\n{texts[0]}\ngot:\n{texts[1]}"
