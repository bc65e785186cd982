"""Functions that tests pass to a solution: find them, and pass others instead.

A function is kept as the expression that makes it. It is read from the tests' source, where it says
so by itself, and made in the test that asks; the solution calls it through the wall.
"""

import ast
import builtins
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from grading.engine.free_names import names_in
from grading.engine.magics import as_python

HANDED = "<function>"  # what a recording has in the place of one


@dataclass(frozen=True)
class Function:
    """A function as source; "" if unknown."""

    text: str


UNKNOWN = Function("")
# Of one argument, of two, and of any number. Which of them make sense the solution shows: only
# calls that it answers count.
OTHERS = tuple(
    Function(text)
    for text in (
        "lambda x: x",
        "lambda x: 2 - x",
        "lambda x: 3 * x + 1",
        "lambda x: x ** 3 - x",
        "lambda x: x > 1",
        "lambda x: x % 2",
        "lambda x: [x, x]",
        "lambda x: len(x)",
        "lambda x: str(x).upper()",
        "lambda x: float((x ** 3).sum())",
        "lambda x: float((x[::-1] * x).sum() - x.sum())",
        "lambda x, y: x + y",
        "lambda x, y: x - 2 * y",
        "lambda x, y: x > y",
        "lambda *given: len(given)",
    )
)


@dataclass(frozen=True)
class Handed:
    """A call in a test's source that passes a function.

    Attributes
    ----------
    name : str
        The name of the function or method called.
    given : dict
        By place or keyword: a Function, a plain value in a tuple of its own, or None where the
        source alone does not tell it.
    """

    name: str
    given: dict[int | str, Any]

    def fits(self, args: tuple, options: dict) -> bool:
        """Whether a recorded call can be this one."""
        there = dict(enumerate(args)) | options
        if there.keys() != self.given.keys():
            return False
        for place, value in self.given.items():
            is_function = type(there[place]) is str and there[place] == HANDED
            if isinstance(value, Function):
                # A name may stand for a plain value: the source does not tell.
                if not is_function and value.text.startswith("lambda"):
                    return False
            elif value is not None and (is_function or repr(value[0]) != repr(there[place])):
                return False
        return True

    def filled(self, args: tuple, options: dict) -> tuple[tuple, dict]:
        """The arguments, with the functions in their places."""

        def fill(place, value):
            if type(value) is str and value == HANDED:
                known = self.given[place]
                return known if isinstance(known, Function) else UNKNOWN
            return value

        return (
            tuple(fill(i, value) for i, value in enumerate(args)),
            {name: fill(name, value) for name, value in options.items()},
        )


def handed_over(sources: Iterable[str], known: Iterable[str] = ()) -> list[Handed]:
    """Calls of some tests that pass functions; `known` are names that any cell may use."""
    found = []
    known = {*known, *vars(builtins)}
    for source in sources:
        tree = ast.parse(as_python(source))
        defined = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and not any(
                isinstance(a, ast.Starred) for a in node.args
            ):
                given = dict(enumerate(node.args)) | {
                    k.arg: k.value for k in node.keywords if k.arg
                }
                read = {place: _read(value, defined, known) for place, value in given.items()}
                name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
                if any(isinstance(value, Function) or value is None for value in read.values()):
                    found.append(Handed(name, read))
    return found


def _read(node, defined, known):
    """A function, a plain value in a tuple, or None."""
    if isinstance(node, ast.Lambda):
        return _closed(node, known)
    if isinstance(node, ast.Name) and node.id in defined:
        return _as_lambda(defined[node.id], known)
    if isinstance(node, ast.Name | ast.Attribute):
        text = ast.unparse(node)
        is_known = text.partition(".")[0] in known
        return Function(text) if is_known else None
    try:
        return (ast.literal_eval(node),)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None


def _closed(node, known):
    """A lambda that needs no names of the test around it."""
    text = ast.unparse(node)
    names = names_in(text)
    return Function(text) if names is not None and names.uses <= known else None


def _as_lambda(function, known):
    """A one-line function as an expression."""
    if len(function.body) == 1 and isinstance(function.body[0], ast.Return):
        value = function.body[0].value or ast.Constant(None)
        return _closed(ast.Lambda(function.args, value), known)
    return None
