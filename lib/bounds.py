"""What a solution may not do: reach for what is out of bounds, or loop where it should not."""

import functools
import gc
import inspect
import sys
from collections.abc import Callable, Sequence
from types import CodeType
from typing import Any

import numpy as np

from lib.calls import function_name
from lib.cases import NOTHING, case, check_cases
from lib.messages import check_function

# Packages and NumPy functions that would do the exercise for the student (labs 1-5, 7 and 8).
FORBIDDEN_PACKAGES = {"scipy", "torch", "tensorflow", "jax", "cv2", "skimage"}
FORBIDDEN_IN_NUMPY = {"convolve", "correlate", "correlate2", "polymul", "gradient"}


@check_function
def check_bounds(
    f: Callable[..., Any], *args: Any, also: Sequence[Any] = (), dout: Any = NOTHING, **options: Any
) -> None:
    """Check that calling `f` reaches nothing that is out of bounds in this lab.

    Parameters
    ----------
    f : callable
        A function, or the class of a layer: then its forward is looked at, and its backward
        where there is an upstream gradient.
    *args, **options
        What to call it with: something small. For a layer the options are the constructor's, by
        position.
    also : names of further functions out of bounds here
        NumPy's, such as ``("pad",)``, or functions of the notebook that `f` stands in.
    dout : array or number, optional
        A layer's upstream gradient.
    """
    __tracebackhide__ = True
    upstream = () if dout is NOTHING else (dout,)
    found = _look_inside(_reached, f, args, options, upstream, tuple(also))
    if found:
        raise AssertionError(
            f"{function_name(f)} uses {found[0]}, which is out of bounds here: it would do for you "
            "what this exercise is about. Write it with plain NumPy."
        )


def _reached(f, args, options, upstream, also):
    """Names of what is out of bounds and is reached by a call."""
    if isinstance(f, type) and (upstream or hasattr(f, "forward")):
        layer, options = f(*options.values()), {}
        f = layer.forward
        if upstream:
            layer.forward(*args)
            f, args = layer.backward, upstream
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
        elif package == "lib":
            found.append(f"{module}, the checks' own code")
        elif module.startswith("numpy.fft"):
            found.append("np.fft")
        elif event == "call" and frame.f_code in of_notebook:
            found.append(of_notebook[frame.f_code])
        elif package == "numpy" and name in forbidden:
            found.append(f"np.{'correlate' if name == 'correlate2' else name}")

    before, collects = sys.getprofile(), gc.isenabled()
    gc.disable()  # what it would end, perhaps a check of before, is not the function's doing
    sys.setprofile(watch)
    try:
        f(*args, **options)
    finally:
        sys.setprofile(before)
        if collects:
            gc.enable()
    return found


@check_function
def check_own_steps(f: Callable[..., Any], small: Any, large: Any, gives: Any = NOTHING) -> None:
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
    if gives is not NOTHING:
        check_cases(f, case(*small, gives=gives))
    few, many = _look_inside(_own_steps, f, small), _look_inside(_own_steps, f, large)
    if few == 0:
        raise AssertionError(
            f"{function_name(f)} has no body to look into: write it as a function."
        )
    if many > 1.5 * few:
        raise AssertionError(
            f"{function_name(f)} takes {many} steps of its own on large images and {few} on small "
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
