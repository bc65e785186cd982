"""How a failed check is shown: the message first, and not the checks' own source above it."""

import functools
import traceback
from pathlib import Path

from lib.diagnosis_notebook import names_mistakes

LIBRARY = str(Path(__file__).resolve().parent)


def check_function(check):
    """Decorate a check: it names the mistake if it is a known one, and its message stands first.

    IPython shows an exception by its method ``_render_traceback_``, if it has one.
    """

    @functools.wraps(check)
    def checked(*args, **kwargs):
        __tracebackhide__ = True
        try:
            return check(*args, **kwargs)
        except AssertionError as error:
            error._render_traceback_ = functools.partial(_lines, error)
            raise

    return names_mistakes(checked)


def _lines(error):
    """What is shown: the message, then the line of the cell and those of the student's code."""
    lines = str(error).split("\n")
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not frame.filename.startswith(LIBRARY)]
    own = [frame for frame in own if "site-packages" not in frame.filename]
    shown = [f"  line {frame.lineno}: {frame.line}" for frame in own if frame.line]
    return [*lines, "", "Checked by", *shown[-3:]] if shown else lines
