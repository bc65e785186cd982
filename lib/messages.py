"""How a failed check is shown: the message first, and not the checks' own source above it."""

import contextlib
import functools
import inspect
import linecache
import os
import sys
import traceback
from collections.abc import Callable
from typing import get_origin

from lib.borrowed import said_of_borrowed
from lib.diagnosis_notebook import (
    LIBRARY,
    explain_failure,
    is_package,
    leave_out_packages,
    names_mistakes,
)
from lib.folding import folded

STOPPED = (
    "You stopped it in the line `{line}`. If a loop has no end there: what is to end it, and does "
    "that ever happen?"
)
MARK = "# YOUR CODE HERE"
LEFT = "{name} still has the line `raise NotImplementedError`, line {line}: take it out."
MISSING = "your code is still missing"  # what a stub raises: nbgrader_config.py


def check_function(check):
    """Decorate a check: it names the mistake if it is a known one, and its message stands first.

    IPython shows an exception by its method ``_render_traceback_``, if it has one.
    """
    parameters = inspect.signature(check).parameters
    called = [name for name, p in parameters.items() if get_origin(p.annotation) is Callable]

    @functools.wraps(check)
    def checked(*args, **kwargs):
        __tracebackhide__ = True
        try:
            given = dict(zip(parameters, args, strict=False)) | kwargs
            for value in (given[name] for name in called if name in given):
                if not callable(value):
                    raise AssertionError(_overwritten(value, sys._getframe(2)))
            return check(*args, **kwargs)
        except AssertionError as error:
            if borrowed := _borrowed(args, kwargs):
                error.args = (f"{error}\n{borrowed}",)
            error._render_traceback_ = functools.partial(  # type: ignore[attr-defined]
                _lines, error
            )
            raise
        except Exception as error:  # of the student's own code
            with contextlib.suppress(Exception):  # it may forbid to be written to
                if borrowed := _borrowed(args, kwargs):
                    error.add_note(folded(borrowed))
                error._render_traceback_ = functools.partial(  # type: ignore[attr-defined]
                    _own_frames, error
                )
            raise
        except KeyboardInterrupt as error:  # of a student who waits for too long
            from lib.diagnosis_errors import line_of

            if line := line_of(error):
                error.add_note(folded(STOPPED.format(line=line)))
                error._render_traceback_ = functools.partial(  # type: ignore[attr-defined]
                    _own_frames, error
                )
            raise

    return names_mistakes(checked)


def _overwritten(value, frame):
    """What is to be said of a function's name that something else has by now."""
    from lib.compare import describe  # which imports this

    names = [name for name in frame.f_code.co_names if frame.f_globals.get(name) is value]
    kind = "class" if names and names[0][0].isupper() else "function"
    found = "None" if value is None else describe(value)
    return (
        f"{names[0] if names else 'What is to be checked'} is {found} and not a {kind}: the "
        f"notebook uses its name for something else as well. Give that another name, and run the "
        f"cell with the {kind} once more."
    )


def _borrowed(args, kwargs):
    """What is to be said of arrays of the notebook that the code in question reads."""
    if os.environ.get("CHECKING_DIAGNOSIS") == "off":  # as the grader says
        return ""
    with contextlib.suppress(Exception):
        return said_of_borrowed(*args[:2], *kwargs.values())
    return ""


def _lines(error):
    """What is shown: the message, then the line of the cell and those of the student's code."""
    lines = folded(error).split("\n")
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not _is_given(frame.filename)]
    shown = [f"  line {frame.lineno}: {frame.line}" for frame in own if frame.line]
    shown = list(dict.fromkeys(shown))  # a lambda stands in the line that calls it
    return [*lines, "", "Checked by", *shown[-3:]] if shown else lines


def _own_frames(error):
    """IPython's traceback of the student's code alone: neither of the checks nor of packages."""
    shell = sys.modules["IPython"].get_ipython()
    below, trace = error.__traceback__, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(LIBRARY):
            below = trace.tb_next
        trace = trace.tb_next
    while below is not None and below.tb_next and _is_given(below.tb_frame.f_code.co_filename):
        below = below.tb_next  # a helper of the checks
    kind = type(error)
    if below is None:  # the call itself went wrong: there is no line of the student's
        return "".join(traceback.format_exception_only(error)).rstrip("\n").split("\n")
    leave_out_packages(below)
    return shell.InteractiveTB.structured_traceback(kind, error, below, tb_offset=0)


def _is_given(filename):
    """Whether a file is of the checks, a package, or a cell that says that it is given."""
    is_library = filename.startswith(LIBRARY) or is_package(filename)
    return is_library or linecache.getline(filename, 1).startswith("# @title Given")


def say_shortly_what_is_not_written():
    """Let IPython show a stub that was called in one line, and what a check's own cell asserts as
    what its functions say; without IPython nothing happens."""
    get_ipython = getattr(sys.modules.get("IPython"), "get_ipython", None)
    shell = get_ipython() if get_ipython is not None else None
    if shell is not None and hasattr(shell, "set_custom_exc"):
        shell.set_custom_exc((NotImplementedError, AssertionError), _show)


def _show(shell, kind, error, trace, tb_offset=None):
    if isinstance(error, AssertionError):
        _let_message_stand_first(error, trace, shell.user_ns)
    if isinstance(error, AssertionError) or str(error) != MISSING:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        return
    while trace.tb_next is not None:
        trace = trace.tb_next
    # An error all the same: whoever validates the notebook must not take it for a pass.
    said = f"{trace.tb_frame.f_code.co_qualname} is not written yet."
    lines = linecache.getlines(trace.tb_frame.f_code.co_filename)
    if is_left_over(lines, trace.tb_lineno):
        said = LEFT.format(name=trace.tb_frame.f_code.co_qualname, line=trace.tb_lineno)
    notes = getattr(error, "__notes__", None) or []
    is_said = any(said in note for note in notes)  # beside what is said of the rest of it
    shell._showtraceback(kind, error, notes if is_said else [said, *notes])


def is_left_over(lines, number):
    """Whether code stands above or below a stub's line, which has stayed there.

    Parameters
    ----------
    lines : list of str
        Of a cell.
    number : int
        The stub's line, counted from 1.
    """
    above, below = lines[: number - 1], []
    for line in lines[number:]:
        if line.strip() and _indent(line) < _indent(lines[number - 1]):
            break  # the function ends
        below.append(line)
    marks = [place for place, line in enumerate(above) if line.strip() == MARK]
    between = above[marks[-1] + 1 :] if marks else []
    return any(line.strip() and line.strip()[0] != "#" for line in [*between, *below])


def _indent(line):
    return len(line) - len(line.lstrip())


def _let_message_stand_first(error, trace, names):
    """What an ``assert`` of a check's cell says, or of a given helper; a student's own is left."""
    frames = [frame for frame, _ in traceback.walk_tb(trace) if frame.f_globals is names]
    files = [frame.f_code.co_filename for frame in frames]
    is_check = [linecache.getline(file, 1).startswith("# @title Check") for file in files]
    if not any(is_check[:1]) or hasattr(error, "_render_traceback_") or not str(error):
        return
    if files[-1] == files[0] or _is_given(files[-1]):
        explain_failure(error, frames[0])
        error._render_traceback_ = functools.partial(_lines, error)
