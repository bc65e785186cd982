"""Convert cells with IPython's own lines (`%matplotlib inline`, `!ls`) to plain Python."""

import ast
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from grading.engine.kept import kept_if_short


def parsed(source: str) -> ast.Module:
    """The syntax tree of a cell."""
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError):
        return ast.parse(as_python(source))


@kept_if_short(4096)  # most cells are those of the whole class
def as_python(source: str) -> str:
    """A cell as plain Python: lines with % and ! as IPython reads them."""
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return _transformer().transform_cell(source)
    return source


@lru_cache(maxsize=1)
def _transformer() -> Any:
    from IPython.core.inputtransformer2 import TransformerManager  # a third of a second

    return TransformerManager()


class NoShell:
    """Stands in for IPython's shell: a magic only runs its cell.

    Parameters
    ----------
    run : callable
        Takes the source below a `%%magic` and runs it.
    """

    def __init__(self, run: Callable[[str], Any]) -> None:
        self.run = run

    def run_cell_magic(self, name: str, line: str, cell: str) -> None:
        """Run the cell of `%%time` or `%%capture`; what is not Python (`%%html`) is left out."""
        try:
            ast.parse(as_python(cell))
        except (SyntaxError, ValueError):
            return
        self.run(as_python(cell))

    def run_line_magic(self, name: str, line: str, *_: Any) -> None:
        """Do nothing: no lab's tests need the result of a magic."""

    def system(self, command: str) -> None:
        """Do nothing."""

    def getoutput(self, command: str) -> list[str]:
        """No output."""
        return []
