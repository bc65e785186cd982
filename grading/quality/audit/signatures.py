"""Parameter names and defaults of the functions and methods of a cell."""

import ast
import contextlib
from typing import Any

from grading.engine.magics import as_python


def parameters(source: str) -> dict[str, tuple[str, ...]]:
    """Names of the parameters of each function of a cell, and of each class's methods."""
    found = {}
    for node in ast.parse(as_python(source)).body:
        if isinstance(node, ast.FunctionDef):
            found[node.name] = _names(node)
        elif isinstance(node, ast.ClassDef):
            for method in node.body:
                if isinstance(method, ast.FunctionDef):
                    name = node.name if method.name == "__init__" else method.name
                    found[name] = _names(method)[1:]
    return found


def defaults(source: str) -> dict[str, dict[str, Any]]:
    """Default values of the parameters of functions and methods; plain values only."""
    found: dict[str, dict[str, Any]] = {}
    for node in ast.parse(as_python(source)).body:
        own = node.body if isinstance(node, ast.ClassDef) else [node]
        for function in own:
            if isinstance(function, ast.FunctionDef):
                name = node.name if function.name == "__init__" else function.name
                found[name] = dict(_defaults_in(function.args))
    return found


def _defaults_in(arguments):
    placed = [*arguments.posonlyargs, *arguments.args]
    last = placed[len(placed) - len(arguments.defaults) :]
    pairs = [*zip(last, arguments.defaults, strict=True)]
    pairs += zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    for parameter, default in pairs:
        with contextlib.suppress(ValueError, TypeError, RecursionError):
            if default is not None:
                yield parameter.arg, ast.literal_eval(default)


def _names(function):
    return tuple(a.arg for a in [*function.args.posonlyargs, *function.args.args])
