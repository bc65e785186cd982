"""Mistakes are named where a student works: under the message of a check that fails, and under an
exception that the student's own code raises in a cell.
"""

import builtins
import contextlib
import functools
import io
import linecache
import os
import re
import sys
import types
import warnings
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np

from lib.folding import folded

MAX_SUBJECTS = 3
MAX_EVENTS = 2_000_000  # lines of the student's code that are run to find a mistake
MAX_TEXT = 300
MAX_FRAMES, FRAMES_LEFT = 100, 4
NOT_RUN = (
    "`{name}` has no value. Is it spelt right, and has its cell been run? (Run All Above Selected "
    "Cell, in the menu Run.)"
)
COMPREHENSIONS = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")
LIBRARY = str(Path(__file__).resolve().parent)
PYTHONS_OWN = str(Path(os.__file__).resolve().parent)


class TooLong(BaseException):
    """It takes too long; no ``except Exception`` of the function itself shall catch this."""


def names_mistakes(check):
    """Decorate a check: where it fails and the mistake is a known one, its message says which.

    The function is an argument of the check, or has its name at the beginning of the message, or
    is used in the line that calls the check. ``CHECKING_DIAGNOSIS=off`` in the environment turns
    this off, as the grader does, which looks for mistakes itself.
    """

    @functools.wraps(check)
    def checked(*args, **kwargs):
        __tracebackhide__ = True
        try:
            return check(*args, **kwargs)
        except AssertionError as error:
            explain_failure(error, sys._getframe(1), args, kwargs)
            raise
        except Exception as error:  # of the student's own code, or of the call of it
            if _is_on():
                with contextlib.suppress(Exception):
                    _add_note(error, sys._getframe(1).f_globals, args, kwargs)
            raise

    return checked


def _is_on():
    return os.environ.get("CHECKING_DIAGNOSIS") != "off"


def explain_failure(error, frame, args=(), kwargs=None):
    """Append to the message of a check that failed which mistakes these are, if they are known.

    Parameters
    ----------
    error : AssertionError
    frame : frame
        Of the code that called the check.
    args, kwargs
        The check's arguments.
    """
    if _is_on():
        with contextlib.suppress(Exception):
            _explain(error, args, kwargs or {}, frame)


def _explain(error, args, kwargs, frame):
    """Append the named mistakes to the message, once."""
    if getattr(error, "explained", False):  # by a check that this check has called
        return
    found = list(dict.fromkeys(_subjects(str(error), args, kwargs, frame)))[:MAX_SUBJECTS]
    error.explained = bool(found)
    for name, subject in found:
        text = said_of(name, subject, "dtype" in str(error))
        if text:
            whose = "" if name in str(error) or text.startswith(name) else f"{name}: "
            error.args = (f"{error}\n{whose}{text}",)
            return


def _subjects(message, args, kwargs, frame):
    """Pairs of a name and what it means, the likeliest first."""
    names = frame.f_globals
    yield from _handed(args, kwargs)
    words = re.findall(r"[A-Za-z_]\w*", message.split("\n")[0][:MAX_TEXT])
    for name in [*words, *_used(frame.f_code, names)]:
        if callable(names.get(name)) and _is_known(name):
            yield name, names[name]


def _handed(args, kwargs):
    """Names and subjects among a check's arguments."""
    for value in (*reversed(args[:2]), *reversed(kwargs.values())):
        owner = getattr(value, "__self__", None)  # the layer of a bound method
        subject = value if owner is None or isinstance(owner, types.ModuleType) else type(owner)
        if callable(subject) and _is_known(getattr(subject, "__name__", "")):
            yield subject.__name__, subject


def _is_known(name):
    from lib.diagnosis_known import known

    return isinstance(name, str) and known(name) is not None


def _used(code, names, depth=2):
    """Names that some code uses, also in the helpers that it calls."""
    for name in code.co_names:
        yield name
        helper = getattr(names.get(name), "__code__", None)
        if depth and helper is not None and name.startswith("_"):
            yield from _used(helper, names, depth - 1)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _used(constant, names, depth)


def said_of(name, subject, dtypes=True, seen=None):
    """What `diagnose` finds, as a text; without output, warnings and endless loops.

    "" where nothing is named, and if anything is odd. Without `dtypes` nothing is said of the
    dtypes of gradients: they have a check of their own, and do not explain wrong numbers.
    """
    try:
        with (
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
            warnings.catch_warnings(),
            np.errstate(all="ignore"),
            _stopped_after(MAX_EVENTS),
        ):
            warnings.simplefilter("ignore")
            from lib.diagnosis import diagnose

            found = diagnose(name, subject, seen=seen)
            if found is not None and not dtypes:
                named = (n for n in found.named if not n.slip.startswith("fact dtype"))
                found = replace(found, named=tuple(named))
            return str(found or "")
    except (Exception, SystemExit, TooLong):
        return ""


@contextlib.contextmanager
def _stopped_after(events):
    """Raise `TooLong` in what runs more lines: on every system, in every thread, and at the same
    line on a busy machine as on an idle one. What runs in `lib` and in packages does not count:
    how much that is may depend on what has been loaded or thrown away before."""
    left = events

    def watch(frame, *_):
        nonlocal left
        if _is_elsewhere(frame.f_code.co_filename):
            return None
        left -= 1
        if left < 0:
            raise TooLong
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        yield
    finally:
        sys.settrace(before)


@functools.cache
def _is_elsewhere(filename):
    return filename.startswith((LIBRARY, "<frozen ")) or is_package(filename)


# --- exceptions of the student's own code -------------------------------------------------------


def explain_errors():
    """In a notebook, say what stands behind an exception that a student's own code has raised.

    Handlers that are there already keep the exceptions that they are for.
    """
    find = getattr(builtins, "get_ipython", None)
    shell = find() if find is not None else None
    if shell is None or not hasattr(shell, "set_custom_exc") or not _is_on():
        return
    kinds, handler = shell.custom_exceptions, shell.CustomTB

    def shown(shell, kind, error, trace, tb_offset=None):
        if kinds and isinstance(error, kinds):
            return handler(kind, error, trace, tb_offset=tb_offset)
        with contextlib.suppress(Exception):
            _add_note(error, shell.user_ns)
        if isinstance(error, ValueError):
            _leave_out_library(trace)
        leave_out_packages(trace)
        own = _behind_checks(trace)
        if own is not None:
            trace, tb_offset = own, 0
        return shell.showtraceback((kind, error, trace), tb_offset=tb_offset)

    if not getattr(shell, "explains_errors", False):
        shell.explains_errors = True
        shell.set_custom_exc((Exception,), shown)


def _leave_out_library(trace):
    """End a traceback at the line that called a function of `lib`, which refused its arguments."""
    above = last = None
    while trace is not None:
        is_library = trace.tb_frame.f_code.co_filename.startswith(LIBRARY)
        above = None if not is_library else above or last
        last, trace = trace, trace.tb_next
    if above is not None:
        above.tb_next = None


def _behind_checks(trace):
    """The traceback from the student's first line on; None where no line is the student's."""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        is_given = file.startswith(LIBRARY) or linecache.getline(file, 1).startswith("# @title")
        if not is_given and not is_package(file):
            return trace
        trace = trace.tb_next
    return None


def leave_out_packages(trace):
    """End a traceback at the last line that is nobody's package: NumPy's own lines help no student.

    Nothing is left out where all of it is a package's, and nothing of `lib`. Of a function that
    calls itself without end, the first calls are left. A comprehension goes, too: it stands in the
    line above it, and IPython points at another line of the function in its place.
    """
    traces = [trace]
    while (following := traces[-1].tb_next) is not None:
        if following.tb_frame.f_code.co_name in COMPREHENSIONS:
            traces[-1].tb_next = following.tb_next
        else:
            traces.append(following)
    if len(traces) > MAX_FRAMES:
        codes = [each.tb_frame.f_code for each in traces]
        del traces[codes.index(Counter(codes).most_common(1)[0][0]) + FRAMES_LEFT :]
    own = [each for each in traces if not is_package(each.tb_frame.f_code.co_filename)]
    last = own[-1] if own else None
    if last is not None:
        last.tb_next = None


def is_package(filename):
    """Whether a file is an installed package's (on Debian and Colab in ``dist-packages``), or
    Python's own; `lib` may be installed as well, and is none."""
    if filename.startswith(LIBRARY):
        return False
    installed = "site-packages" in filename or "dist-packages" in filename
    return installed or filename.startswith(PYTHONS_OWN)


def _add_note(error, names, args=(), kwargs=None):
    if isinstance(error, AssertionError | SyntaxError):
        return
    if not getattr(error, "explained", False):
        error.explained = True
        text = said_of_error_in(error, names, _handed(args, kwargs or {}))
        if not text and (_came_through(error, names) or _imports(error, names)):
            text = _its_own_cause(error)
        if not text and type(error) is NameError and _is_of_a_cell(error, names):
            text = NOT_RUN.format(name=error.name)
        if text:
            error.add_note(folded(text))


def _its_own_cause(error):
    """What is said of an exception alone; "" where nobody knows more than its message says."""
    from lib.diagnosis import sentence
    from lib.diagnosis_errors import said_of_error

    slip, idea, hint = said_of_error(error)
    known = slip != f"fact {type(error).__name__}" and not isinstance(error, NotImplementedError)
    return f"{sentence(idea)}\nA hint: {hint}" if known else ""


def said_of_error_in(error, names, handed=()):
    """What is behind an exception that came through a function or layer of the lab, or through
    the call of one that a check was handed; or ""."""
    found = _came_through(error, names)
    subjects = {name: names[name] for name in found} or dict(handed)
    for name, subject in subjects.items():
        text = said_of(name, subject, dtypes=False, seen=error)
        if text:
            return text
    return ""


def _imports(error, names):
    """Whether a line of a cell asks for a module that is not there."""
    return isinstance(error, ImportError) and _is_of_a_cell(error, names)


def _is_of_a_cell(error, names):
    """Whether an exception comes out of a line of a cell, or of a function there."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_globals is names


def _came_through(error, names):
    """Functions and layers of the lab that an exception came through, or that its message names:
    of a call that does not fit no line has run."""
    trace, said = error.__traceback__, []
    while trace is not None:
        frame = trace.tb_frame
        if frame.f_globals is names:
            owner = type(frame.f_locals.get("self")).__name__
            said += [*reversed(frame.f_code.co_qualname.split(".")), owner]
        trace = trace.tb_next
    said += re.findall(r"[A-Za-z_]\w*", str(error)[:MAX_TEXT])
    return [name for name in said if _is_known(name) and callable(names.get(name))]
