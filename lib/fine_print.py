"""The fine print of every lab: number types, memory layouts, untouched inputs, forbidden shortcuts.

Each check calls the student's function itself, and speaks of its arguments by name.
"""

import functools
import inspect
import sys
from itertools import islice
from types import CodeType

import numpy as np

from lib.cases import (
    NOTHING,
    Call,
    Case,
    argument_names,
    copied,
    function_name,
    right_answer,
    upstream_name,
)
from lib.compare import check_equal, describe
from lib.messages import check_function
from lib.play import Filled, Step, play

# Packages and NumPy functions that would do the exercise for the student (labs 1-5, 7 and 8).
FORBIDDEN_PACKAGES = {"scipy", "torch", "tensorflow", "jax", "cv2", "skimage"}
METHODS = ("forward", "backward")
FORBIDDEN_IN_NUMPY = {"convolve", "correlate", "correlate2", "polymul", "gradient"}


@check_function
def check_kinds(f, *args, gives=NOTHING, gradient=False, dout=NOTHING, **options):
    """Check that `f` gives the same answer for every number type and memory layout.

    The answer to float64 arrays must be right. Then `f` is called with int64 and float32, all
    arguments and one at a time, with columns first (Fortran order), with every other entry of a
    larger array and with reversed views. The answers must agree with those to the same numbers in
    float64: to 1e-9, or 1e-5 with float32.

    Parameters
    ----------
    f : callable
        Returns a number, an array, or a tuple or dict of them; or the class of a layer.
    *args : float64 arrays or numbers
        Values that are not whole, large enough not to vanish when rounded.
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
    asked = _Asked(f, args, dout, options, gradient)
    variants = list(_variants(asked.names, asked.values))
    calls = [_plain(asked.values)]
    for _, variant in variants:
        calls += [_plain(variant), variant]
    results = asked.results(calls)
    asked.first_right(next(results), gives)
    for label, variant in variants:
        expected = asked.answer(next(results), "float64 arrays")
        if gives is NOTHING:
            _check_not_zero(expected, function_name(f))
        got = asked.answer(next(results), label)
        # Of a layer, forward knows nothing of the upstream gradient, the last of the values.
        given = variant[:-1] if asked.is_layer else variant
        only_ints = all(np.asarray(value).dtype.kind == "i" for value in given)
        has_float32 = any(np.asarray(value).dtype == np.float32 for value in variant)
        rtol = 1e-5 if has_float32 else 1e-9
        asked.compare(got, expected, f"{asked.name} with {label}", rtol, only_ints)


@check_function
def check_untouched(f, *args, gives=NOTHING, **options):
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
    asked = _Asked(f, args, NOTHING, options, gradient=function_name(f).endswith("_backward"))
    tries = [(kind, values) for values in _batches(asked.values) for kind in ("float64", "int64")]
    given = [[_cast_to(kind, value) for value in values] for kind, values in tries]
    results = asked.results([each for each in given for _ in range(2)], shared=True)
    for number, values in enumerate(given):
        copies = [np.array(value) for value in values]
        first, error = next(results)
        if number == 0:
            asked.first_right((copied(first), error), gives)
        # Looked at before the second call, which would undo what turns an argument round.
        for name, before, after in zip(asked.names, copies, values, strict=True):
            if not np.array_equal(before, after):
                raise AssertionError(
                    f"{asked.name} changes its argument {name}: the caller's array is not yours "
                    "to write to. Work on a copy."
                )
        second, second_error = next(results)
        if error is not None or second_error is not None:
            continue  # float64 has passed; whether ints work at all is check_kinds' question
        for result in _arrays_in(first):
            for name, value in zip(asked.names, values, strict=True):
                if np.shares_memory(result, value):
                    raise AssertionError(
                        f"{asked.name} returns memory of its argument {name}: whoever changes the "
                        "result changes the argument as well. Return a copy."
                    )
            if any(np.shares_memory(result, other) for other in _arrays_in(second)):
                raise AssertionError(
                    f"{asked.name} returns the same memory twice: the second call overwrites the "
                    "first result. Make a new array in each call."
                )


@check_function
def check_layer(make, *inputs, dout, gives=NOTHING, other=None, **options):
    """Check what a layer promises, whatever it computes.

    What forward and backward return must be right. Neither changes an argument or an earlier
    result, or shares memory with one, for a batch and for a single image of a single channel.
    Two backwards in a row agree. The last forward counts. Two layers share no state.

    Parameters
    ----------
    make : class
        The layer's.
    *inputs : arrays or numbers
        For forward. Choose them so that neither a result nor a gradient is all zeros.
    dout : array or number
        The upstream gradient, for backward.
    gives : pair, or a function that computes it
        What forward and what backward return; of several gradients a tuple.
    other : tuple, optional
        Other inputs, perhaps of other shapes. Without it, the first one with its sign turned
        around, and the rest doubled.
    **options
        Handed to the constructor, by position.
    """
    __tracebackhide__ = True
    if other is None:
        other = (-inputs[0], *(2 * value for value in inputs[1:]))
    scenes = _Scenes(make, tuple(options.values()))
    first = scenes.layer()
    scenes.call(first, "forward", inputs)
    scenes.call(first, "backward", (dout,))
    scenes.call(first, "backward", (dout,), "called twice in a row", again="backward")

    layer, when = scenes.layer(), "after a forward with other inputs (the last one counts)"
    scenes.call(layer, "forward", other, "with other inputs")
    scenes.call(layer, "forward", inputs, when, again="forward")
    scenes.call(layer, "backward", (dout,), when, again="backward")
    out = scenes.call(layer, "forward", other, "with other inputs")
    other_dout = Filled(out, 0.5)
    elsewhere = scenes.call(layer, "backward", (other_dout,), "with other inputs")
    when = "after a backward with other inputs"
    scenes.call(layer, "forward", inputs, when, again="forward")
    scenes.call(layer, "backward", (dout,), when, again="backward")

    layer, second = scenes.layer(), scenes.layer()
    scenes.call(layer, "forward", inputs, "of a first layer of two")
    scenes.call(second, "forward", other, "of a second layer")
    when = "after the forward of another layer of its class"
    scenes.call(layer, "backward", (dout,), when, again="backward")
    when = "after the backward of another layer of its class"
    scenes.call(second, "backward", (other_dout,), when, again=elsewhere)

    for values in _batches([*inputs, dout])[1:]:
        layer, when = scenes.layer(), "with one image of one channel"
        scenes.call(layer, "forward", values[:-1], when, may_fail=True)
        scenes.call(layer, "backward", values[-1:], when, may_fail=True)
    asked = _Asked(make, inputs, dout, options, gradient=True)
    scenes.judge(asked, gives)


class _Scenes:
    """Calls of the methods of several layers, made in one play and watched in their order."""

    def __init__(self, make, options):
        self.make, self.options = make, options
        self.steps, self.calls = [], {}

    def layer(self):
        self.steps.append(Step(self.make, self.options))
        return len(self.steps) - 1

    def call(self, layer, method, args, when="", again=None, may_fail=False):
        """Plan a call; `again`: it must give what this method, or that step, gave first."""
        given = [v if isinstance(v, Filled) else np.array(v)[()] for v in args]
        self.steps.append(Step(layer, tuple(given), method=method))
        number = len(self.steps) - 1
        before = [np.array(v) for v in given if not isinstance(v, Filled)]
        self.calls[number] = (method, given, before, when, again, may_fail)
        return number

    def judge(self, asked, gives):
        """Make all calls; no argument and no result so far may change or be handed out."""
        __tracebackhide__ = True
        seen, results = [], {}
        for number, (result, error) in enumerate(play(self.steps)):
            if number not in self.calls:
                if error is not None:
                    raise error
                continue
            method, given, before, when, again, may_fail = self.calls[number]
            title = f"{asked.name}.{method}"
            if error is not None:
                if may_fail:
                    continue
                if not when or isinstance(error, NotImplementedError):
                    raise error
                raise AssertionError(
                    f"{title} fails {when}: {type(error).__name__}: {error}"
                ) from error
            first = method not in results
            results[number] = copies = _copies(result)
            results.setdefault(method, copies)
            if first:
                if gives is NOTHING:
                    _check_not_zero(result, title)
                else:
                    asked.method_right(method, result, gives)
            self._watch(title, method, given, before, result, seen)
            if again is not None:
                check_equal(copies, results[again], f"{title}, {when}")

    def _watch(self, title, method, given, before, result, seen):
        __tracebackhide__ = True
        if before:
            names = argument_names(getattr(self.make, method, None), len(given))
            labels = [f"the argument {name} of {method}" for name in names]
            seen += zip(labels, given, before, strict=True)
        for label, value, known in seen:
            if not np.array_equal(value, known, equal_nan=True):
                raise AssertionError(
                    f"{title} changes {label}, which others still use. Make a copy."
                )
        for array in _arrays_in(result):
            for label, value, _ in seen:
                if np.shares_memory(array, value):
                    raise AssertionError(
                        f"{title} returns memory of {label}: whoever changes one changes the other "
                        "as well. Return a new array."
                    )
        seen += [(f"what {method} returned before", a, np.array(a)) for a in _arrays_in(result)]


def _copies(result):
    """The numbers and arrays in a result, as they are now."""
    copies = tuple(np.array(leaf)[()] for leaf in _leaves(result))
    return copies[0] if len(copies) == 1 else copies


@check_function
def check_bounds(f, *args, also=(), **options):
    """Check that calling `f` reaches nothing that is out of bounds in this lab.

    Parameters
    ----------
    f : callable
    *args, **options
        What to call it with: something small.
    also : names of further functions out of bounds here
        NumPy's, such as ``("pad",)``, or functions of the notebook that `f` stands in.
    """
    __tracebackhide__ = True
    found = _look_inside(_reached, f, args, options, tuple(also))
    if found:
        raise AssertionError(
            f"{function_name(f)} uses {found[0]}, which is out of bounds here: it would do for you "
            "what this exercise is about. Write it with plain NumPy."
        )


def _reached(f, args, options, also):
    """Names of what is out of bounds and is reached by a call."""
    forbidden = FORBIDDEN_IN_NUMPY | set(also)
    notebook = getattr(inspect.unwrap(f), "__globals__", {})
    # A helper of the student's that is called `pad` is not NumPy's.
    own = [name for name in also if not hasattr(np, name)]
    of_notebook = {getattr(notebook.get(name), "__code__", None): name for name in own}
    found = []  # the first is the student's: NumPy's own functions call each other

    def watch(frame, event, function):
        if event == "call":
            module, name = frame.f_globals.get("__name__"), frame.f_code.co_name
        elif event == "c_call":
            module, name = getattr(function, "__module__", None), function.__name__
        else:
            return
        module = str(module)
        package = module.split(".")[0]
        if package in FORBIDDEN_PACKAGES:
            found.append(package)
        elif module.startswith("numpy.fft"):
            found.append("np.fft")
        elif event == "call" and frame.f_code in of_notebook:
            found.append(of_notebook[frame.f_code])
        elif package == "numpy" and name in forbidden:
            found.append(f"np.{'correlate' if name == 'correlate2' else name}")

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        f(*args, **options)
    finally:
        sys.setprofile(before)
    return found


@check_function
def check_own_steps(f, small, large, gives=NOTHING):
    """Check that `f` takes no more steps of its own for large arguments than for small ones.

    Steps are instructions in the body of `f` and in what is defined inside it; what it calls does
    not count. A loop over pixels or images shows, a loop over filter taps does not, if both
    arguments have filters of one size.

    Parameters
    ----------
    f : callable
    small, large : tuples of arguments
    gives : the right answer to the small ones, or a function that computes it
    """
    __tracebackhide__ = True
    asked = _Asked(f, small, NOTHING, {}, gradient=False)
    if gives is not NOTHING:
        asked.first_right(next(asked.results([_plain(small)])), gives)
    few, many = _look_inside(_own_steps, f, small), _look_inside(_own_steps, f, large)
    if few == 0:
        raise AssertionError(
            f"{function_name(f)} has no body to look into: write it as a function."
        )
    if many > 1.5 * few:
        raise AssertionError(
            f"{asked.name} takes {many} steps of its own on large images and {few} on small "
            "ones: is there a loop over pixels or images in its body? One matrix product does "
            "for all."
        )


def _own_steps(f, args):
    own, steps = set(_own_codes(f)), 0

    def trace(frame, event, _):
        nonlocal steps
        if frame.f_code not in own:
            return None
        frame.f_trace_opcodes = True
        steps += event == "opcode"
        return trace

    before = sys.gettrace()
    sys._getframe().f_trace_opcodes = True  # Python 3.12 wants to know before settrace
    sys.settrace(trace)
    try:
        f(*args)
    finally:
        sys.settrace(before)
    return steps


def _look_inside(look, f, *args):
    """Call `_reached` or `_own_steps` where `f` lives: a grader may keep it in another process."""
    remote = getattr(f, "__look_inside__", None)
    return remote(look.__name__, *args) if remote else look(f, *args)


def _own_codes(f):
    """The code of a function, of what is defined inside it, and of what a decorator hides."""
    function = inspect.unwrap(f.func if isinstance(f, functools.partial) else f)
    if not hasattr(function, "__code__"):
        function = type(function).__call__
    yield from _codes_in(getattr(function, "__code__", None))
    for cell in getattr(function, "__closure__", None) or ():  # a decorator without `wraps`
        if inspect.isfunction(cell.cell_contents):
            yield from _codes_in(cell.cell_contents.__code__)


def _codes_in(code):
    if isinstance(code, CodeType):
        yield code
        for constant in code.co_consts:
            yield from _codes_in(constant)


class _Asked:
    """A function, or a layer, and what it is asked: many calls in one play."""

    def __init__(self, f, args, dout, options, gradient):
        self.f, self.args, self.dout, self.options = f, args, dout, options
        self.gradient, self.is_layer = gradient, dout is not NOTHING
        self.name = function_name(f)
        if self.is_layer:
            self.values = [*args, dout]
            self.inputs = argument_names(getattr(f, "forward", None), len(args))
            self.names = [*self.inputs, upstream_name(f)]
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
            steps += [Step(self.f, made), Step(number, tuple(inputs), method="forward")]
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
            raise error
        if gives is NOTHING:
            return
        if self.is_layer:
            for method, part in zip(METHODS, result, strict=True):
                self.method_right(method, part, gives)
        else:
            call = Call(self.f, self._case())
            self._compare_one(result, self._right(gives), call.text(), 1e-9, self.gradient, False)

    def method_right(self, method, got, gives):
        """The same for what one method of a layer returned."""
        __tracebackhide__ = True
        expected = self._right(gives)[METHODS.index(method)]
        name = Call(self.f, self._case(), method).text()
        if method == "forward":
            check_equal(got, expected, name)
        else:
            self._compare_gradients(got, expected, name, 1e-9)

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


def _is_backward(f):
    return function_name(f).endswith("_backward")


def _plain(values):
    """The same numbers as float64, in C order."""
    return [np.array(value, dtype=np.float64, order="C")[()] for value in values]


def _cast_to(kind, value):
    dtype = np.dtype(kind)
    value = np.rint(value) if dtype.kind == "i" else value
    return np.array(value, dtype=dtype)[()]


def _batches(values):
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
        kind = np.dtype(dtype).name
        yield f"{kind} {' and '.join(names)}", [_cast(value, dtype) for value in args]
        if len(args) > 1:
            for i, name in enumerate(names):
                others = [np.array(value)[()] for value in args]
                yield f"{kind} {name}", [*others[:i], _cast(args[i], dtype), *others[i + 1 :]]
    yield "arrays in Fortran order, like x.T", [np.array(value, order="F") for value in args]
    yield "views of every other entry, like x[::2]", [_every_other(value) for value in args]
    yield "reversed views, like x[::-1]", [_reversed_view(value) for value in args]


def _cast(value, dtype):
    value = np.rint(value) if dtype == np.int64 else value
    return np.asarray(value).astype(dtype)[()]


def _every_other(value):
    if np.ndim(value) == 0:
        return np.array(value)
    larger = np.full([2 * n for n in value.shape], np.nan)
    view = larger[(slice(None, None, 2),) * value.ndim]
    view[...] = value
    return view


def _reversed_view(value):
    if np.ndim(value) == 0:
        return np.array(value)
    back = (slice(None, None, -1),) * value.ndim
    return value[back].copy()[back]


def _check_not_zero(result, name):
    __tracebackhide__ = True
    values = [np.asarray(value) for value in _leaves(result)]
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


def _leaves(result):
    if isinstance(result, dict):
        result = tuple(result.values())
    # A list of numbers is one result (of the wrong type), a list of arrays several.
    is_list = isinstance(result, list) and any(isinstance(part, np.ndarray) for part in result)
    if is_list or isinstance(result, tuple):
        return [leaf for part in result for leaf in _leaves(part)]
    return [result]


def _arrays_in(result):
    return [leaf for leaf in _leaves(result) if isinstance(leaf, np.ndarray)]
