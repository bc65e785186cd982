"""In the student's process: describe to the examiner what stays there: objects, exceptions."""

import linecache
import re
import traceback
import types
from functools import lru_cache
from typing import Any

from lib.signatures import parameters

# What honest things have. The examiner, who cannot know who is speaking, keeps no more either.
MAX_NAME, MAX_BASES, MAX_METHODS, MAX_PARAMETERS = 200, 50, 100, 50
MAX_ERROR = 4_000  # characters of an exception's text
CELL = re.compile(r"<ipython-input-[^>\s]*>, ")  # what a SyntaxError calls the cell that it is in


def describe(value):
    """The description from which the examiner makes a stand-in for `value`."""
    cls = value if isinstance(value, type) else type(value)
    of: dict[str, Any] = {
        "kind": "class" if isinstance(value, type) else "object",
        "callable": callable(value),
        "name": _name(value, cls)[:MAX_NAME],
        "bases": [base.__name__[:MAX_NAME] for base in cls.__mro__],
    }
    if not isinstance(value, types.FunctionType | types.MethodType):
        own = () if value is cls else getattr(value, "__dict__", ())
        of["methods"] = {
            name: signature[value is not cls :]
            for name, signature in _methods(cls).items()
            if name not in own
        }
    if of["callable"]:
        of["signature"] = _signature(value)
    return of


def _name(value, cls):
    """The name of a class or function; for other values, generators too, that of their class."""
    return str(getattr(value, "__name__", cls.__name__) if callable(value) else cls.__name__)


def _signature(function):
    return [
        [p.name, int(p.kind), p.default is not p.empty, p.default is None]
        for p in parameters(function).values()
    ][:MAX_PARAMETERS]


@lru_cache(maxsize=256)
def _methods(cls):
    """A class's plain methods: their signatures by name, with `self`."""
    found = {n: f for base in reversed(cls.__mro__) for n, f in vars(base).items()}
    plain = {
        n: f
        for n, f in found.items()
        if isinstance(f, types.FunctionType) and not n.startswith("_")
    }
    return {name: _signature(function) for name, function in list(plain.items())[:MAX_METHODS]}


def failure(error):
    """An exception and the student's lines that it came through.

    Built by hand: the exception's own methods are the student's.
    """
    kind = type(error)
    try:
        text = CELL.sub("", str(error)[:MAX_ERROR])
    except Exception:
        text = "(its text cannot be shown)"
    lines = []
    for frame, number in list(traceback.walk_tb(error.__traceback__)):
        file, name = frame.f_code.co_filename, frame.f_code.co_name
        if file.startswith("<ipython-input"):  # libraries differ between Pythons
            line = linecache.getline(file, number, frame.f_globals).strip()
            lines.append(f"{name}, line {number}: {line}"[:300])
    return {
        "type": kind.__name__[:200],
        "bases": [base.__name__[:200] for base in kind.__mro__],
        "text": text,
        "trace": lines[-12:],
    }


def short_name(text):
    """A stranger's name for something, on one line, without what steers a terminal or the eye."""
    kept = text[:MAX_NAME]
    return kept if kept.isprintable() else "".join(filter(str.isprintable, kept)) or "object"


def error_name(text):
    """The name of a student's exception, which is not the engine's own for what it has ended."""
    name = short_name(text)
    return f"student.{name}" if name.startswith("Stopped") else name
