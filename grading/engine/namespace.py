"""The names that tests see: their own, then the student's by proxy."""

import ast
import builtins
import contextlib
import pickle
import random
from collections.abc import Callable, Iterable
from functools import lru_cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

import numpy as np

from grading.engine.free_names import names_in
from grading.engine.magics import as_python, parsed
from grading.engine.student_handle import Child

CODE = (FunctionType, ModuleType, type)


class Namespace(dict):
    """The tests' names.

    What the given cells bind is never the student's, even where such a cell was moved below the
    test, or stopped half way.

    Parameters
    ----------
    child : callable
        Gives the student's process of the moment: one that has ended is replaced.
    """

    def __init__(self, child: Callable[[], Child]) -> None:
        super().__init__(__name__="__main__", __builtins__=builtins)
        self.child = child
        self.own: set[str] = set()
        self.borrowed: dict[str, Any] = {}
        self.taken: set[str] = set()
        self.imports: dict[str, list[str]] = {}  # statements, by the name that they bind
        self.imported: set[str] = set()  # all names of such statements, whether run or not

    def own_names_of(self, source: str) -> None:
        """Add what a given cell binds to the tests' own names."""
        names = names_in(source) or names_in(as_python(source))
        self.own |= names.binds if names else set()

    def may_import(self, line: str) -> None:
        """Run an import statement when one of its names is used: some take a second to load."""
        found = names_in(line)
        names = found.binds if found else frozenset()
        self.own |= names
        self.imported |= names
        for name in names:
            self.imports.setdefault(name, []).append(line)
        if not names:  # import *
            self.run(line)

    def not_own(self, names: Iterable[str]) -> list[str]:
        """Those names that are not the tests' own: the student's, or undefined ones."""
        own = {*self, *self.own, *self.imports, *vars(builtins)}
        return sorted(name for name in names if name not in own)

    def run(self, source: str) -> None:
        """Run trusted code; errors in it appear in the tests that need it."""
        with contextlib.suppress(Exception):
            self.evaluate(source)

    def evaluate(self, source: str) -> Any:
        """Run a test cell; return the value of its last line, if that is an expression."""
        body, last = compiled(source)
        exec(body, self)
        return None if last is None else eval(last, self)

    def bound_since(self, before: dict[str, Any]) -> set[str]:
        """The names bound here that mean something else than `before`, a copy of this.

        Without imports, which are always the same.
        """
        new = {name for name, value in self.items() if before.get(name, before) is not value}
        return new - self.imported

    def given_state(self) -> list:
        """The shared state that a test could change: given values, and random generators."""
        generator: Any = np.random.get_state()  # noqa: NPY002
        kind, keys, *rest = generator
        state: list = [random.getstate(), kind, keys.tobytes(), rest]
        for name, value in self.items():
            if name in self.own and not isinstance(value, CODE):
                with contextlib.suppress(Exception):  # such as an object of a given class
                    state.append((name, pickle.dumps(value)))
        return state

    def _import(self, name: str) -> None:
        found: dict[str, Any] = {}
        for line in self.imports.pop(name):
            with contextlib.suppress(Exception):  # it shows where the name is used
                exec(line, found)
        for other in found.keys() - {"__builtins__"}:
            self.setdefault(other, found[other])  # a given cell may have bound it anew

    def __missing__(self, name: str) -> Any:
        if name in self.imports:
            self._import(name)
            if name in self:
                return self[name]
        if name in self.borrowed:
            return self.borrowed[name]
        if name in self.own or hasattr(builtins, name):
            raise KeyError(name)
        self.borrowed[name] = self.child().get_again(name)
        return self.borrowed[name]

    def __delitem__(self, name: str) -> None:
        """Take a student's name away, as tests do to see whether one function uses another."""
        if name in self:
            super().__delitem__(name)
        else:
            self.child().take(name)
            self.taken.add(name)
            self.borrowed.pop(name, None)

    def __setitem__(self, name: str, value: Any) -> None:
        if name in self.taken:
            self.child().give_back(name, value)
            self.taken.discard(name)
        else:
            super().__setitem__(name, value)


@lru_cache(maxsize=1024)  # the same for a whole class
def compiled(source: str) -> tuple[CodeType, CodeType | None]:
    """Code of a test cell: all but its last expression, and that expression."""
    tree = parsed(source)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr):
        return compile(tree, "<test>", "exec"), None
    del tree.body[-1]
    value = compile(ast.Expression(last.value), "<test>", "eval")
    return compile(tree, "<test>", "exec"), value
