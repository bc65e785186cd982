"""The parameters of a function, whatever its annotations are and whichever Python runs."""

import inspect
import sys
from collections.abc import Callable, Mapping
from typing import Any

if sys.version_info >= (3, 14):
    from annotationlib import Format

    # Annotations are evaluated when somebody asks: a name in one may not exist, and is not needed.
    AS_TEXT: dict[str, Any] = {"annotation_format": Format.STRING}
else:
    AS_TEXT: dict[str, Any] = {}


def parameters(function: Callable[..., Any]) -> Mapping[str, inspect.Parameter]:
    """Parameters by name, in order; empty if nobody can know, as for some builtins."""
    try:
        return inspect.signature(function, **AS_TEXT).parameters
    except (TypeError, ValueError):
        return {}
