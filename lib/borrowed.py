"""A student's code that takes an array of the notebook for one of its own."""

import dis
import types
from collections.abc import Iterator
from typing import Any

import numpy as np


def said_of_borrowed(*subjects: Any) -> str:
    """What to say where functions or layers read a variable of the notebook; "" if none does.

    In a notebook ``len(h)`` in `backward` works although `forward` has kept nothing, as soon as
    some cell has called an array `h`. Then the numbers are wrong, and no error says why.

    Parameters
    ----------
    *subjects : functions, classes, methods or anything else
    """
    return "\n".join(dict.fromkeys(text for each in subjects for text in _said_of(each)))


def _said_of(subject: Any) -> Iterator[str]:
    """A sentence for each array of the notebook that a function or the methods of a class read."""
    owner = type(subject.__self__) if isinstance(subject, types.MethodType) else subject
    if isinstance(owner, types.FunctionType) and not owner.__name__.startswith(("<", "_")):
        for name in _arrays_read_by(owner):
            yield f"{owner.__name__} reads `{name}`, an array of the notebook, and no argument."
    if isinstance(owner, type):
        methods = {k: f for k, f in vars(owner).items() if isinstance(f, types.FunctionType)}
        for method, f in methods.items():
            for name in _arrays_read_by(f):
                reads = f"{owner.__name__}.{method} reads `{name}`, an array of the notebook"
                given_to = [k for k in methods if k != method and name in _parameters(methods[k])]
                if given_to:
                    yield f"{reads}, not what {given_to[0]} was given: keep that as `self.{name}`."
                elif not name.isupper():  # a constant
                    yield f"{reads}: what a layer shall remember belongs in self."


def _arrays_read_by(f: types.FunctionType) -> list[str]:
    """Names of arrays, and of lists, that a function takes from the notebook around it."""
    return [name for name in _globals_of(f.__code__) if _is_data(f.__globals__.get(name))]


def _is_data(value: Any) -> bool:
    return isinstance(value, np.ndarray | list)


def _globals_of(code: types.CodeType) -> Iterator[str]:
    """Global names that some code reads, also in the functions inside of it."""
    for step in dis.get_instructions(code):
        if step.opname == "LOAD_GLOBAL":
            yield step.argval
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _globals_of(constant)


def _parameters(f: types.FunctionType) -> tuple[str, ...]:
    return f.__code__.co_varnames[1 : f.__code__.co_argcount]
