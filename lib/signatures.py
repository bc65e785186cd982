"""The parameters of a function, whatever its annotations are and whichever Python runs."""

import inspect
import sys
from collections.abc import Callable, Mapping
from types import FunctionType, MethodType
from typing import Any
from weakref import WeakKeyDictionary

if sys.version_info >= (3, 14):
    from annotationlib import Format

    # Annotations are evaluated when somebody asks: a name in one may not exist, and is not needed.
    AS_TEXT: dict[str, Any] = {"annotation_format": Format.STRING}
else:
    AS_TEXT: dict[str, Any] = {}


# Of functions alone: what else can be called may say that it equals anything.
_known: WeakKeyDictionary[FunctionType, Mapping[str, inspect.Parameter]] = WeakKeyDictionary()


def parameters(function: Callable[..., Any]) -> Mapping[str, inspect.Parameter]:
    """Parameters by name, in order; empty if nobody can know, as for some builtins."""
    if type(function) is not FunctionType:
        return _of(function)
    found = _known.get(function)
    if found is None:
        found = _known[function] = _of(function)
    return found


def methods_of(cls: Any) -> Mapping[str, Any] | None:
    """The plain public methods of a class by name; None of what is no class."""
    if not isinstance(cls, type):  # what stands for a class of another process knows its methods
        return getattr(cls, "__methods__", None)
    found = {n: f for base in reversed(cls.__mro__) for n, f in vars(base).items()}
    return {n: f for n, f in found.items() if type(f) is FunctionType and n[0] != "_"}


def _of(function):
    if type(function) is type and _takes_nothing(function):
        return {}
    try:
        # What stands for a function of another process says it so: that is quickly read.
        said = getattr(function, "__signature__", None)
        if type(said) is inspect.Signature and type(function) is not MethodType:
            return said.parameters
        return inspect.signature(function, **AS_TEXT).parameters
    except (TypeError, ValueError):
        return {}


def _takes_nothing(cls: type) -> bool:
    """Whether a class is plainly made: `inspect` would parse a text to know, in half a ms."""
    said = {"__init__", "__new__", "__signature__", "__text_signature__"}
    return all(said.isdisjoint(vars(base)) for base in cls.__mro__[:-1])
