"""Robustness: the same answer for every number type and memory layout, and inputs untouched.

Each check calls the student's function itself, and speaks of its arguments by name.
"""

from collections.abc import Callable
from itertools import chain, islice
from typing import Any

import numpy as np

from lib.calls import Call, argument_names, function_name, is_whole, upstream_name
from lib.cases import NOTHING, Case, copied, right_answer, say_who_raised
from lib.compare import check_equal, describe
from lib.messages import check_function
from lib.play import Step, play

METHODS = ("forward", "backward")


@check_function
def check_kinds(
    f: Callable[..., Any],
    *args: Any,
    gives: Any = NOTHING,
    gradient: bool = False,
    dout: Any = NOTHING,
    **options: Any,
) -> None:
    """Check that `f` gives the same answer for every number type and memory layout.

    The answer to float64 arrays must be right. It must be the same with int64, all arguments and
    one at a time, with float32, with columns first (Fortran order), with every other entry of a
    larger array and with reversed views: to 1e-9 of what the same numbers give in float64, or 1e-5
    with float32. Several of these share a call; only where one differs is each asked by itself.

    Parameters
    ----------
    f : callable
        Returns a number, an array, or a tuple or dict of them; or the class of a layer.
    *args : float64 arrays or numbers
        Values that are not whole, large enough not to vanish when rounded. An array of ints holds
        places (word numbers, labels, lengths): it keeps its type, and has no gradient.
    gives : the right answer, or a function that computes it
        As in `lib.cases.case`; of a layer a tuple, what forward and what backward return.
    gradient : bool
        Gradients must be float64. Other results must be floats, or ints if all arguments are.
    dout : array or number
        The upstream gradient, which makes `f` a layer.
    **options
        Handed to `f` as they are; for a layer, to its constructor by position.
    """
    __tracebackhide__ = True
    asked = Asked(f, args, dout, options, gradient)
    try:
        _same_for_all(asked, gives)
        return
    except _Differs as error:
        once = error
    variants = list(_variants(asked.names, asked.values))
    first = _plain(asked.values, asked.values)
    calls, numbers = [first], [_numbers(first)]
    for _, variant in variants:
        plain = _plain(variant, asked.values)
        same = _numbers(plain)
        if same not in numbers:  # the layouts have those of the first
            calls.append(plain)
        numbers.append(same)
        calls.append(variant)
    results = asked.results(calls)
    outcome = next(results)
    asked.first_right(outcome, gives)
    answers = {numbers[0]: asked.answer(outcome, "float64 arrays")}
    for (label, variant), same in zip(variants, numbers[1:], strict=True):
        if same not in answers:
            answers[same] = asked.answer(next(results), "float64 arrays")
        expected = answers[same]
        if gives is NOTHING:
            check_not_zero(expected, function_name(f))
        asked.same(next(results), expected, variant, label)
    if not once.may_be_rounding:
        raise AssertionError(
            f"{asked.name} gives another answer to the same arguments when it is called again. "
            "Does it keep anything from one call to the next?"
        )


@check_function
def check_untouched(
    f: Callable[..., Any], *args: Any, gives: Any = NOTHING, **options: Any
) -> None:
    """Check that `f` changes no argument and that its result is its own.

    A result must share memory with no argument and with no earlier result, or the caller's
    ``result += 1`` would change something else as well. Batches are tried with a single image
    of a single channel too, whose shape lets a reshape or ravel be a view.

    Parameters
    ----------
    f : callable
        A function; for layers there is `check_layer`.
    *args : arrays or numbers
    gives : the right answer, or a function that computes it
    **options
        Handed to `f` as they are.
    """
    __tracebackhide__ = True
    asked = Asked(f, args, NOTHING, options, gradient=function_name(f).endswith("_backward"))
    tries = [(kind, values) for values in batches(asked.values) for kind in ("float64", "int64")]
    given = [[_cast_to(kind, value) for value in values] for kind, values in tries]
    given.insert(0, given[0])  # the same call again, lest its answer is kept
    copies = [[np.array(value) for value in values] for values in given]
    earlier: list = []
    for number, (result, error) in enumerate(asked.results(given, shared=True)):
        if number == 0:
            asked.first_right((copied(result), error), gives)
        # Looked at before the next call, which would undo what turns an argument round.
        for name, before, after in zip(asked.names, copies[number], given[number], strict=True):
            if not np.array_equal(before, after):
                raise AssertionError(
                    f"{asked.name} changes its argument {name}: the caller's array is not yours "
                    "to write to. Work on a copy."
                )
        if error is not None:
            continue  # float64 has passed; whether ints work at all is check_kinds' question
        for array in arrays_in(result):
            for name, value in zip(asked.names, given[number], strict=True):
                if share_memory(array, value):
                    raise AssertionError(
                        f"{asked.name} returns memory of its argument {name}: whoever changes the "
                        "result changes the argument as well. Return a copy."
                    )
            if any(share_memory(array, other) for each in earlier for other in arrays_in(each)):
                raise AssertionError(
                    f"{asked.name} returns the same memory twice: the second call overwrites the "
                    "first result. Make a new array in each call."
                )
        earlier.append(result)  # whole: its arrays may be others by now


class Asked:
    """A function, or a layer, and what it is asked: many calls in one play."""

    def __init__(self, f, args, dout, options, gradient):
        self.f, self.args, self.dout, self.options = f, args, dout, options
        self.gradient, self.is_layer = gradient, dout is not NOTHING
        self.name = function_name(f)
        if self.is_layer:
            self.values = [*args, dout]
            inputs = argument_names(getattr(f, "forward", None), len(args))
            self.inputs = [
                n for n, v in zip(inputs, args, strict=True) if not is_whole(v)
            ] or inputs
            self.names = [*inputs, upstream_name(f)]
            if options:
                self.name += f"({', '.join(map(repr, options.values()))})"
        else:
            self.values, self.names = list(args), argument_names(f, len(args))

    def results(self, calls, shared=False):
        """For each call what it returned, and the exception if there was one.

        Of a layer the pair of what forward and backward returned. Copies, unless `shared`.
        """
        __tracebackhide__ = True
        look = (lambda result: result) if shared else copied
        if not self.is_layer:
            steps = [Step(self.f, tuple(call), self.options) for call in calls]
            for result, error in play(steps):
                yield look(result), error
            return
        steps, made = [], tuple(self.options.values())
        for *inputs, dout in calls:
            number = len(steps)
            steps += [
                Step(self.f, made, wanted=False),
                Step(number, tuple(inputs), method="forward"),
            ]
            steps += [Step(number, (dout,), method="backward")]
        outcomes = play(steps)
        for _ in calls:
            parts = [(look(result), error) for result, error in islice(outcomes, 3)]
            errors = [error for _, error in parts if error is not None]
            yield (parts[1][0], parts[2][0]), errors[0] if errors else None

    def answer(self, outcome, label):
        """What a call returned; its exception becomes a message that says with which arguments."""
        __tracebackhide__ = True
        result, error = outcome
        if isinstance(error, NotImplementedError):
            raise error
        if error is not None:
            raise AssertionError(
                f"{self.name} fails with {label}: {type(error).__name__}: {error}"
            ) from error
        return result

    def same(self, outcome, expected, variant, label):
        """What a call with a variant of the arguments returned must be the same."""
        __tracebackhide__ = True
        got = self.answer(outcome, label)
        # Of a layer, forward knows nothing of the upstream gradient, the last of the values.
        given = variant[:-1] if self.is_layer else variant
        real = [value for value, first in zip(given, self.args, strict=True) if not is_whole(first)]
        only_ints = all(np.asarray(value).dtype.kind == "i" for value in real or given)
        has_float32 = any(np.asarray(value).dtype == np.float32 for value in variant)
        rtol = 1e-5 if has_float32 else 1e-9
        self.compare(got, expected, f"{self.name} with {label}", rtol, only_ints)

    def compare(self, got, expected, name, rtol=1e-9, only_ints=False):
        """Compare what a call returned: of a layer, what forward and what backward returned."""
        __tracebackhide__ = True
        if not self.is_layer:
            self._compare_one(got, expected, name, rtol, self.gradient, only_ints)
            return
        forward, backward = [name.replace(self.name, f"{self.name}.{m}") for m in METHODS]
        self._compare_one(got[0], expected[0], forward, rtol, False, only_ints)
        self._compare_gradients(got[1], expected[1], backward, rtol)

    def first_right(self, outcome, gives):
        """No point for nothing: the answer to plain float64 arrays must be right."""
        __tracebackhide__ = True
        result, error = outcome
        if error is not None:
            say_who_raised(error, self.call("backward" if self.is_layer else ""))
            raise error
        if gives is NOTHING:
            return
        if self.is_layer:
            for method, part in zip(METHODS, result, strict=True):
                self.method_right(method, part, gives)
        else:
            name = self.call().text()
            self._compare_one(result, self._right(gives), name, 1e-9, self.gradient, False)

    def method_right(self, method, got, gives):
        """The same for what one method of a layer returned."""
        __tracebackhide__ = True
        expected = self._right(gives)[METHODS.index(method)]
        name = self.call(method).text()
        if method == "forward":
            check_equal(got, expected, name)
        else:
            self._compare_gradients(got, expected, name, 1e-9)

    def call(self, method=""):
        """How a student would write the call."""
        return Call(self.f, self._case(), method)

    def _case(self):
        options = self.options | ({"dout": self.dout} if self.is_layer else {})
        return Case(tuple(self.args), options)

    def _right(self, gives):
        each = self._case()
        return right_answer(gives, each.args, each.options)

    def _compare_one(self, got, expected, name, rtol, gradient, only_ints):
        __tracebackhide__ = True
        if only_ints and not gradient:
            expected = _as_ints_where_whole(expected)
        check_equal(got, expected, name, rtol=rtol, gradient=gradient)

    def _compare_gradients(self, got, expected, name, rtol):
        __tracebackhide__ = True
        if len(self.inputs) == 1:
            title = f"{name}: d{self.inputs[0]}"
            check_equal(got, expected, title, rtol=rtol, gradient=True)
            return
        names = [f"d{each}" for each in self.inputs]
        if not isinstance(got, tuple | list) or len(got) != len(names):
            raise AssertionError(
                f"{name}: expected a tuple of {len(names)} gradients, ({', '.join(names)}), "
                f"got {describe(got)}."
            )
        for part, right, each in zip(got, expected, names, strict=True):
            check_equal(part, right, f"{name}: {each}", rtol=rtol, gradient=True)


class _Differs(Exception):
    """An answer is another one for another number type or layout.

    Where float32 has rounded the arguments, a right answer may be far from the one to them.
    """

    def __init__(self, may_be_rounding):
        super().__init__()
        self.may_be_rounding = may_be_rounding


def _same_for_all(asked, gives):
    """Ask with half the calls, which show whatever the others show; `_Differs` if all is not well.

    float32 comes in Fortran order. The numbers of each int64 variant come in float64 as views,
    backwards and with nan between: of others ``np.asarray(x, float)`` makes a compact copy. One
    float32 argument alone shows no more than all of them, or than one of int64.
    """
    __tracebackhide__ = True
    first = _plain(asked.values, asked.values)
    ints = [variant for _, variant in _of_kind(np.int64, asked.names, asked.values)]
    views = [[_far_view(value) for value in _plain(each, asked.values)] for each in ints]
    single = _columns_first(_cast(value, np.float32) for value in asked.values)
    pairs = chain.from_iterable(zip(views, ints, strict=True))
    results = asked.results([first, *pairs, single])
    outcome = next(results)
    asked.first_right(outcome, gives)
    compared = []
    try:
        right = asked.answer(outcome, "")
        if gives is NOTHING:
            check_not_zero(right, asked.name)
        for variant in ints:
            expected = asked.answer(next(results), "")
            if gives is NOTHING:
                check_not_zero(expected, asked.name)
            asked.same(next(results), expected, variant, "")
            compared.append(variant)
        asked.same(next(results), right, single, "")
    except AssertionError:
        # Which of them it was, one variant after the other tells.
        raise _Differs(may_be_rounding=len(compared) == len(ints)) from None


def _plain(values, first):
    """The same numbers as float64, in C order; what was whole at first stays ints."""
    return [
        np.array(value, dtype=None if is_whole(given) else np.float64, order="C")[()]
        for value, given in zip(values, first, strict=True)
    ]


def _numbers(values):
    return b" ".join(np.asarray(value).tobytes() for value in values)


def _cast_to(kind, value):
    dtype = np.dtype(kind)
    value = np.rint(value) if dtype.kind == "i" else value
    return np.array(value, dtype=dtype)[()]


def batches(values):
    """The arguments as they are, and those of a single image with a single channel."""
    batch = max((np.ndim(value) for value in values), default=0) >= 3
    alone = [_first_of_all(value) for value in values]
    return [list(values), alone] if batch else [list(values)]


def _first_of_all(value):
    if np.ndim(value) == 0:
        return value
    return value[:1] if np.ndim(value) == 1 else value[:1, :1]


def _variants(names, args):
    """Pairs of a label and arguments with other number types and layouts."""
    for dtype in (np.int64, np.float32):
        yield from _of_kind(dtype, names, args)
    yield "arrays in Fortran order, like x.T", _columns_first(args)
    yield "views of every other entry, like x[::2]", [_every_other(value) for value in args]
    yield "reversed views, like x[::-1]", [_reversed_view(value) for value in args]
    yield "reversed views, like x[::-2]", [_far_view(value) for value in args]
    single = _columns_first(_cast(value, np.float32) for value in args)
    yield "float32 arrays in Fortran order, like x.T", single


def _of_kind(dtype, names, args):
    """The variants of one number type: all arguments, and one at a time."""
    kind = np.dtype(dtype).name
    real = [i for i, value in enumerate(args) if not is_whole(value)]
    label = f"{kind} {' and '.join(names[i] for i in real)}"
    yield label, [_cast(value, dtype) for value in args]
    for i in real if len(real) > 1 else ():
        others = [np.array(value)[()] for value in args]
        yield f"{kind} {names[i]}", [*others[:i], _cast(args[i], dtype), *others[i + 1 :]]


def _cast(value, dtype):
    if is_whole(value):
        return np.array(value)
    value = np.rint(value) if dtype == np.int64 else value
    return np.asarray(value).astype(dtype)[()]


def _columns_first(values):
    return [np.array(value, order="F")[()] for value in values]


def _every_other(value):
    if np.ndim(value) == 0:
        return np.array(value)
    larger = np.full([2 * n for n in value.shape], 0 if is_whole(value) else np.nan)
    view = larger[(slice(None, None, 2),) * value.ndim]
    view[...] = value
    return view


def _reversed_view(value):
    if np.ndim(value) == 0:
        return np.array(value)
    back = (slice(None, None, -1),) * value.ndim
    return value[back].copy()[back]


def _far_view(value):
    back = (slice(None, None, -1),) * np.ndim(value)
    return _every_other(np.asarray(value)[back])[back]


def check_not_zero(result, name):
    """Check that each number, or array, of a result has something other than 0 in it."""
    __tracebackhide__ = True
    values = [np.asarray(value) for value in leaves(result)]
    if not values or any(v.dtype.kind not in "iuf" or not v.any() for v in values):
        raise AssertionError(
            f"{name} should give numbers other than 0 here, got {describe(result)}."
        )


def _as_ints_where_whole(expected):
    """What is compared with a result that may be int as well: ints ask for ints or floats."""
    if isinstance(expected, dict):
        return {key: _as_ints_where_whole(value) for key, value in expected.items()}
    if isinstance(expected, tuple):
        return tuple(_as_ints_where_whole(value) for value in expected)
    whole = np.rint(expected)
    if not np.array_equal(whole, expected):
        return expected
    return whole.astype(np.int64) if np.ndim(expected) else int(whole)


def leaves(result):
    """The parts of a result: values of a dict, entries of a tuple, or the result itself."""
    if isinstance(result, dict):
        result = tuple(result.values())
    # A list of numbers is one result (of the wrong type), a list of arrays several.
    is_list = isinstance(result, list) and any(isinstance(part, np.ndarray) for part in result)
    if is_list or isinstance(result, tuple):
        return [leaf for part in result for leaf in leaves(part)]
    return [result]


def share_memory(a, b):
    """Whether two arrays share memory; True where that takes too long to tell, which few need."""
    try:
        return np.shares_memory(a, b, max_work=10_000)  # type: ignore[arg-type]
    except np.exceptions.TooHardError:
        return True


def arrays_in(result):
    """Those parts of a result that are arrays."""
    return [leaf for leaf in leaves(result) if isinstance(leaf, np.ndarray)]
