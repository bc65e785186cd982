"""Ask a function, or a layer, about many cases at once, and show the first one that is wrong.

    check_cases(
        dot_forward,
        case(x, w, gives=2.0),
        case(x, -w, gives=-2.0, title="the filter's signs turned around"),
    )

All cases are asked first and compared afterwards, in their order: see `lib.play`.
"""

import contextlib
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from lib.calls import GRADIENTS, Call, plain
from lib.compare import compare, describe
from lib.messages import check_function
from lib.play import Step, play

NOTHING = object()


@dataclass(frozen=True)
class Case:
    """One question and its answer: made by `case`."""

    args: tuple
    options: dict = field(default_factory=dict)
    gives: object = NOTHING
    raises: object = None
    title: str = ""
    place: tuple = ()  # file and line where it was written down


def case(
    *args: Any,
    gives: Any = NOTHING,
    raises: type[Exception] | None = None,
    title: str = "",
    **options: Any,
) -> Case:
    """Write down one case: arguments, and what they should give.

    Parameters
    ----------
    *args : arrays, numbers, lists or dicts of them
        Arguments by position. A list becomes a float64 array; a copy is handed over, of the same
        memory layout.
    gives : number, array_like, tuple, dict, Shares or callable
        The right answer. A function is called with the arguments and options, to compute it.
    raises : exception type
        Instead of an answer.
    title : str
        What to call this case, where the numbers do not speak for themselves.
    **options
        Arguments by name, for a function; arguments of the constructor, for a layer. ``dout`` is
        a layer's upstream gradient.
    """
    if (gives is NOTHING) == (raises is None):
        raise TypeError("A case has an answer, gives=..., or else an exception, raises=...")
    args = tuple(_as_input(value) for value in args)
    options = {name: _as_input(value) for name, value in options.items()}
    frame = sys._getframe(1)
    return Case(args, options, gives, raises, title, (frame.f_code.co_filename, frame.f_lineno))


def check_one_of(*checks: Callable[[], Any]) -> Any:
    """Run checks, functions without arguments, until one passes.

    Raises
    ------
    Exception
        If none passes: what was wrong with the first.
    """
    __tracebackhide__ = True
    failures = []
    for check in checks:
        try:
            return check()
        except Exception as error:
            failures.append(error)
    raise failures[0]


@check_function
def check_cases(
    f: Callable[..., Any],
    *cases: Case,
    of: str | None = None,
    gradient: bool = False,
    dtype: DTypeLike | None = None,
    rtol: float = 1e-9,
) -> None:
    """Check what a function returns, in many cases at once.

    Parameters
    ----------
    f : callable
    *cases : made by `case`
        At least one of them has an answer: errors alone are no answer.
    of : str, optional
        Look at one gradient alone: this key of the dict that `f` returns.
    gradient : bool
        What `f` returns is a gradient: float64, whatever the inputs are. So is whatever `of` names.
    dtype : type, optional
        Ask for exactly this dtype; `int` asks for ints.
    rtol : float
        Allowed difference; at least 1e-5 where an input is float32.
    """
    __tracebackhide__ = True
    steps = [Step(f, *_fresh_call(each.args, each.options)) for each in cases]
    outcomes = list(_judged(cases, play(steps)))
    for each, outcome in zip(cases, outcomes, strict=True):
        with _placed(each):
            call = Call(f, each)
            got = _answer(outcome, each, call)
            if each.raises is not None:
                continue
            what = ""
            if of is not None:
                got, what = _entry_of(got, of, call), f": d{of}"
            _compare(got, each, call, what, gradient or of is not None, dtype, rtol)


@check_function
def check_forward(layer: Callable[..., Any], *cases: Case, rtol: float = 1e-9) -> None:
    """Check the forward of a layer, in many cases at once, each with a fresh layer.

    Parameters
    ----------
    layer : class
    *cases : made by `case`
        Arguments by position are those of forward, arguments by name those of the constructor, in
        its order.
    rtol : float
        Allowed difference; at least 1e-5 where an input is float32.
    """
    __tracebackhide__ = True
    steps: list[Step] = []
    for each in cases:
        steps += [_construct(layer, each), _method(len(steps), "forward", each.args)]
    outcomes = list(_judged(cases, play(steps), every=2))
    for each, outcome in zip(cases, outcomes, strict=True):
        with _placed(each):
            call = Call(layer, each, "forward")
            got = _answer(outcome, each, call)
            if each.raises is None:
                _compare(got, each, call, "", False, None, rtol)


@check_function
def check_backward(
    layer: Callable[..., Any], *cases: Case, of: str | None = None, rtol: float = 1e-9
) -> None:
    """Check the backward of a layer, in many cases at once, each with a fresh layer.

    Parameters
    ----------
    layer : class
    *cases : made by `case`
        As for `check_forward`, and with ``dout=``, the upstream gradient.
    of : str, optional
        Look at one gradient alone, such as "dw" where forward takes x and w.
    rtol : float
        Allowed difference; at least 1e-5 where an input is float32.
    """
    __tracebackhide__ = True
    steps: list[Step] = []
    for each in cases:
        made = len(steps)
        upstream = (each.options["dout"],) if "dout" in each.options else ()
        steps += [_construct(layer, each), _method(made, "forward", each.args)]
        steps += [_method(made, "backward", upstream)]
    outcomes = list(_judged(cases, play(steps), every=3))
    for each, outcome in zip(cases, outcomes, strict=True):
        with _placed(each):
            call = Call(layer, each, "backward")
            got = _answer(outcome, each, call)
            if each.raises is not None:
                continue
            names, what = call.gradients(), ""
            if of is not None:
                got, what = _part_of(got, of, names, call), f": {of}"
            elif len(names) == 1:
                what = f": {names[0]}"
            elif isinstance(each.gives, tuple):
                _compare_all(got, each, call, names, rtol)
                continue
            _compare(got, each, call, what, True, None, rtol)


@contextlib.contextmanager
def _placed(each):
    """Let an error know where the case was written down: that place may be a hidden one."""
    __tracebackhide__ = True
    try:
        yield
    except Exception as error:
        error.place_of_case = each.place  # type: ignore[attr-defined]
        raise


def _compare_all(got, each, call, names, rtol):
    """Compare all gradients of a tuple, by their names."""
    __tracebackhide__ = True
    for i, of in enumerate(names):
        part = Case(each.args, each.options, each.gives[i], None, each.title)
        found = _part_of(got, of, names, call)
        _compare(found, part, call, f": {of}", True, None, rtol)


def _compare(got, each, call, what, gradient, dtype, rtol):
    """Compare; a name is written only for a message, since that takes longer than the rest."""
    __tracebackhide__ = True
    expected = right_answer(each.gives, each.args, each.options)
    how = {"gradient": gradient, "dtype": dtype, "rtol": _rtol(each, rtol)}
    with contextlib.suppress(AssertionError):
        compare(got, expected, "", **how)
        return
    try:
        compare(got, expected, call.text() + what, **how)
    except AssertionError as error:
        error.args = (f"{error}{call.given()}",)
        raise


def right_answer(gives, args, options=None):
    """The answer itself, where it is given by a function of the arguments."""
    if callable(gives):
        args, options = _fresh_call(args, options or {})
        return gives(*args, **options)
    return gives


def _judged(cases, outcomes, every=1):
    """The last of every so many outcomes, with what is returned copied before the next call."""
    if all(each.raises is not None for each in cases):
        raise ValueError("Ask for a right answer too: errors alone are no answer.")
    failed, number = None, 0
    try:
        for number, (result, error) in enumerate(outcomes, start=1):
            failed = error if failed is None else failed
            if number % every == 0:
                yield copied(result), failed
                failed = None
    except Exception as error:  # a grader's: over there it goes no further
        for _ in range(number // every, len(cases)):
            yield None, error


def _answer(outcome, each, call):
    """What a case returned; its exception is raised, unless it should be."""
    __tracebackhide__ = True
    result, error = outcome
    if each.raises is not None:
        if error is None:
            raise AssertionError(
                f"{call.text()} should raise {each.raises.__name__}, and returned "
                f"{_instead_of_raising(result, each.raises)}."
            )
        if not isinstance(error, each.raises):
            said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            if "derive from BaseException" in said:  # a text was raised
                said = f'what is no error (write `raise {each.raises.__name__}("...")`)'
            raise AssertionError(
                f"{call.text()} should raise {each.raises.__name__}, and raised {said}"
            ) from error
    elif error is not None:
        say_who_raised(error, call, _which_should_give(each))
        raise error
    return result


def say_who_raised(error, call, more=""):
    """Note on an exception which call has raised it; a stub says what it is itself."""
    if not isinstance(error, NotImplementedError):
        error.add_note(f"raised by {call.text()}{more}{call.given()}")


def _instead_of_raising(result, kind):
    """What was returned, and how one raises an error, where that seems to be the question."""
    if result is None:
        return f'None (write `raise {kind.__name__}("...")`; printing is not enough)'
    if isinstance(result, Exception):
        return f"{describe(result)} (`raise`, not `return`)"
    if isinstance(result, type) and issubclass(result, Exception):
        return f"{result.__name__} itself (`raise`, not `return`)"
    return describe(result)


def _which_should_give(each):
    """The right answer, if it is a number: the student's own code may have refused the question."""
    if callable(each.gives) or not isinstance(each.gives, int | float):
        return ""
    return f", which should give {plain(each.gives)}"


def _entry_of(got, key, call):
    """One entry of a dict of gradients."""
    __tracebackhide__ = True
    if not isinstance(got, dict):
        raise AssertionError(
            f"{call.text()}: expected a dict with the key {key!r}, got {describe(got)}."
        )
    if key not in got:
        found = " and ".join(repr(other) for other in got) or "nothing"
        raise AssertionError(
            f"{call.text()}: the dict has no key {key!r}, it has {found}. "
            "The keys are the names of the forward's arrays."
        )
    return got[key]


def _part_of(got, of, names, call):
    """One gradient of the tuple that a layer returns."""
    __tracebackhide__ = True
    if of not in names:  # the student has other names for the arguments: it is their order
        names = GRADIENTS[: len(names)]
        of = of.lower()
    if of not in names:
        raise ValueError(f"There is no gradient {of} among {', '.join(names)}.")
    if len(names) == 1:
        return got
    if not isinstance(got, tuple | list) or len(got) != len(names):
        raise AssertionError(
            f"{call.text()}: expected a tuple of {len(names)} gradients, ({', '.join(names)}), "
            f"got {describe(got)}."
        )
    return got[names.index(of)]


def copied(result):
    """A result with its arrays as they are now; a later call may write into them."""
    if isinstance(result, np.ndarray):
        return np.array(result, order="K", subok=True)
    if type(result) in (tuple, list):
        return type(result)(copied(part) for part in result)
    if type(result) is dict:
        return {key: copied(value) for key, value in result.items()}
    return result


def same_layout(array):
    """A copy of an array that lies in memory just as the array does: a view stays a view."""
    array = np.asarray(array)
    if array.size == 0 or array.flags.forc:
        return np.array(array, order="K")
    low, high = np.lib.array_utils.byte_bounds(array)
    memory = np.zeros(high - low, np.uint8)
    start = array.__array_interface__["data"][0] - low
    copy = np.ndarray(array.shape, array.dtype, memory, start, array.strides)
    copy[...] = array
    return copy


def _as_input(value):
    if isinstance(value, list):
        return np.array(value, dtype=np.float64)
    if isinstance(value, dict):
        return {key: _as_input(part) for key, part in value.items()}
    return value


def _fresh(value):
    if isinstance(value, np.ndarray):
        return same_layout(value)
    if type(value) is dict:
        return {key: _fresh(part) for key, part in value.items()}
    return value


def _fresh_call(args, options):
    return tuple(map(_fresh, args)), {name: _fresh(value) for name, value in options.items()}


def _construct(layer, each):
    made = tuple(v for name, v in each.options.items() if name != "dout")
    return Step(layer, made, wanted=False)


def _method(number, method, args):
    return Step(number, tuple(map(_fresh, args)), method=method)


def _rtol(each, rtol):
    values = [*each.args, *each.options.values()]
    single = any(getattr(value, "dtype", None) == np.float32 for value in values)
    return max(rtol, 1e-5) if single else rtol
