"""The fine print of every lab: number types, memory layouts, untouched inputs, forbidden shortcuts.

Each check calls the student's function itself, and speaks of its arguments by name.
"""

import functools
import inspect
import sys
from types import CodeType

import numpy as np

from lib.compare import check_equal, describe
from lib.diagnosis import names_mistakes

# Packages and NumPy functions that would do the exercise for the student (labs 1-5, 7 and 8).
FORBIDDEN_PACKAGES = {"scipy", "torch", "tensorflow", "jax", "cv2", "skimage"}
FORBIDDEN_IN_NUMPY = {"convolve", "correlate", "correlate2", "polymul", "gradient"}


@names_mistakes
def check_kinds(f, *args, gradient=False, **options):
    """Check that `f` gives the same answer for every number type and memory layout.

    `f` is called with float64 arrays first; then with int64 and float32, all arguments and one at
    a time, with columns first (Fortran order), with every other entry of a larger array and with
    reversed views. The answers must agree: to 1e-9, or 1e-5 with float32.

    Parameters
    ----------
    f : callable
        Returns a number, an array, or a tuple or dict of them.
    *args : float64 arrays or numbers
        Values that are not whole, large enough not to vanish when rounded.
    gradient : bool
        Gradients must be float64. Other results must be floats, or ints if all arguments are.
    **options
        Handed to `f` as they are.
    """
    __tracebackhide__ = True
    names = _argument_names(f, args)
    variants = list(_variants(names, args))
    calls = []
    for _, variant in variants:
        calls.append([np.array(value, dtype=np.float64, order="C")[()] for value in variant])
        calls.append(variant)
    results = _results(f, calls, options)
    for label, variant in variants:
        expected = _next(results, f, "float64 arrays")
        _check_not_zero(expected, f)
        got = _next(results, f, label)
        only_ints = all(np.asarray(value).dtype.kind == "i" for value in variant)
        if only_ints and not gradient:
            expected = _as_ints_where_whole(expected)
        has_float32 = any(np.asarray(value).dtype == np.float32 for value in variant)
        check_equal(
            got,
            expected,
            f"{_name(f)} with {label}",
            dtype=np.float64 if gradient else None,
            rtol=1e-5 if has_float32 else 1e-9,
        )


@names_mistakes
def check_untouched(f, *args, **options):
    """Check that `f` changes no argument and that its result is its own.

    A result must share memory with no argument and with no earlier result, or the caller's
    ``result += 1`` would change something else as well.
    """
    __tracebackhide__ = True
    names = _argument_names(f, args)
    for dtype in (np.float64, np.int64):
        arrays = [np.array(np.rint(a) if dtype == np.int64 else a, dtype=dtype) for a in args]
        given = [a if np.ndim(value) else a[()] for a, value in zip(arrays, args, strict=True)]
        copies = [np.array(a) for a in given]
        results = _results(f, [given, given], options)
        try:
            first = next(results)
        except Exception:
            if dtype == np.int64:
                continue  # float64 has passed; whether ints work at all is check_kinds' question
            raise
        # Looked at before the second call, which would undo what turns an argument round.
        for name, before, after in zip(names, copies, given, strict=True):
            if not np.array_equal(before, after):
                raise AssertionError(
                    f"{_name(f)} changes its argument {name}: the caller's array is not yours to "
                    "write to. Work on a copy."
                )
        second = next(results)
        for result in _arrays_in(first):
            for name, value in zip(names, given, strict=True):
                if np.shares_memory(result, value):
                    raise AssertionError(
                        f"{_name(f)} returns memory of its argument {name}: whoever changes the "
                        "result changes the argument as well. Return a copy."
                    )
            if any(np.shares_memory(result, other) for other in _arrays_in(second)):
                raise AssertionError(
                    f"{_name(f)} returns the same memory twice: the second call overwrites the "
                    "first result. Make a new array in each call."
                )


@names_mistakes
def check_layer(make, *inputs, dout, other=None):
    """Check what a layer promises, whatever it computes.

    Neither forward nor backward changes an argument or an earlier result, or shares memory with
    one. Two backwards in a row agree. The last forward counts. Two layers share no state.

    Parameters
    ----------
    make : callable
        Makes a fresh layer, such as ``lambda: MaxPool1D(2)``.
    *inputs : arrays or numbers
        For forward. Choose them so that neither a result nor a gradient is all zeros.
    dout : array or number
        The upstream gradient, for backward.
    other : tuple, optional
        Other inputs, perhaps of other shapes. Without it, the first one with its sign turned
        around, and the rest doubled.
    """
    __tracebackhide__ = True
    if other is None:
        other = (-inputs[0], *(2 * value for value in inputs[1:]))
    seen, expected = [], {}

    def call(layer, method, args, when):
        __tracebackhide__ = True
        return _call_and_watch(layer, method, args, seen, when)

    def call_again(layer, method, args, when):
        __tracebackhide__ = True
        result = _copies(call(layer, method, args, when))
        check_equal(result, expected[method], f"{_name(layer)}.{method}, {when}")

    layer = make()
    for method, args in (("forward", inputs), ("backward", (dout,))):
        result = call(layer, method, args, "")
        _check_not_zero(result, getattr(layer, method))
        expected[method] = _copies(result)
    call_again(layer, "backward", (dout,), "called twice in a row")

    layer, when = make(), "after a forward with other inputs (the last one counts)"
    other_out = call(layer, "forward", other, "with other inputs")
    other_dout = np.full(np.shape(other_out), 0.5)[()]
    call_again(layer, "forward", inputs, when)
    call_again(layer, "backward", (dout,), when)
    call(layer, "forward", other, "with other inputs")
    other_gradients = _copies(call(layer, "backward", (other_dout,), "with other inputs"))
    when = "after a backward with other inputs"
    call_again(layer, "forward", inputs, when)
    call_again(layer, "backward", (dout,), when)

    layer, second = make(), make()
    call(layer, "forward", inputs, "of a first layer of two")
    call(second, "forward", other, "of a second layer")
    call_again(layer, "backward", (dout,), "after the forward of another layer of its class")
    expected["backward"], when = other_gradients, "after the backward of another layer of its class"
    call_again(second, "backward", (other_dout,), when)


def _call_and_watch(layer, method, args, seen, when):
    """Call a method with copies of `args`; nothing `seen` so far may change or be handed out."""
    __tracebackhide__ = True
    f, title = getattr(layer, method), f"{_name(layer)}.{method}"
    given = [np.array(value)[()] for value in args]
    labels = [f"the argument {name} of {method}" for name in _argument_names(f, args)]
    seen += [(label, a, np.array(a)) for label, a in zip(labels, given, strict=True)]
    try:
        result = f(*given)
    except Exception as error:
        if not when or isinstance(error, NotImplementedError):
            raise
        raise AssertionError(f"{title} fails {when}: {type(error).__name__}: {error}") from error
    for label, value, before in seen:
        if not np.array_equal(value, before, equal_nan=True):
            raise AssertionError(f"{title} changes {label}, which others still use. Make a copy.")
    for array in _arrays_in(result):
        for label, value, _ in seen:
            if np.shares_memory(array, value):
                raise AssertionError(
                    f"{title} returns memory of {label}: whoever changes one changes the other as "
                    "well. Return a new array."
                )
    label = f"what {method} returned before"
    seen += [(label, array, np.array(array)) for array in _arrays_in(result)]
    return result


def _copies(result):
    """The numbers and arrays in a result, as they are now."""
    copies = tuple(np.array(leaf)[()] for leaf in _leaves(result))
    return copies[0] if len(copies) == 1 else copies


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
            f"{_name(f)} uses {found[0]}, which is out of bounds here: it would do for you what "
            "this exercise is about. Write it with plain NumPy."
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


def check_own_steps(f, small, large):
    """Check that `f` takes no more steps of its own for large arguments than for small ones.

    Steps are instructions in the body of `f` and in what is defined inside it; what it calls does
    not count. A loop over pixels or images shows, a loop over filter taps does not, if both
    arguments have filters of one size.

    Parameters
    ----------
    f : callable
    small, large : tuples of arguments
    """
    __tracebackhide__ = True
    few, many = _look_inside(_own_steps, f, small), _look_inside(_own_steps, f, large)
    if few == 0:
        raise AssertionError(f"{_name(f)} has no body to look into: write it as a function.")
    if many > 1.5 * few:
        raise AssertionError(
            f"{_name(f)} takes {many} steps of its own on large images and {few} on small ones: "
            "is there a loop over pixels or images in its body? One matrix product does for all."
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


def _variants(names, args):
    """Pairs of a label and arguments with other number types and layouts."""
    for dtype in (np.int64, np.float32):
        kind = np.dtype(dtype).name
        yield f"{kind} input", [_cast(value, dtype) for value in args]
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


def _results(f, calls, options):
    """Yield the results of calls of `f`; a grader, where `f` is elsewhere, asks for all at once."""
    together = getattr(f, "__call_many__", None)
    if together is not None:
        yield from together([(args, options) for args in calls])
    else:
        for args in calls:
            yield f(*args, **options)


def _next(results, f, label):
    __tracebackhide__ = True
    try:
        return next(results)
    except NotImplementedError:
        raise
    except Exception as error:
        raise AssertionError(
            f"{_name(f)} fails with {label}: {type(error).__name__}: {error}"
        ) from error


def _check_not_zero(result, f):
    __tracebackhide__ = True
    values = [np.asarray(value) for value in _leaves(result)]
    if not values or any(v.dtype.kind not in "iuf" or not v.any() for v in values):
        raise AssertionError(
            f"{_name(f)} should give numbers other than 0 here, got {describe(result)}."
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


def _argument_names(f, args):
    try:
        names = list(inspect.signature(f).parameters)
    except (TypeError, ValueError):
        names = []
    return [names[i] if i < len(names) else f"argument {i}" for i in range(len(args))]


def _name(f):
    return getattr(f, "__name__", type(f).__name__)
