"""A solved lab, run cell by cell as a notebook runs it."""

import ast
import contextlib
import io
import re
import sys

from lib.folding import WIDTH


def run(cells, namespace):
    """Run code cells; returns what they print, and the values that a notebook would show."""
    printed, shown = io.StringIO(), []
    before = sys.displayhook
    sys.displayhook = lambda value: shown.append(value) if value is not None else None
    try:
        with contextlib.redirect_stdout(printed):
            for cell in cells:
                body = ast.parse(cell.source).body
                last = [body.pop()] if body and isinstance(body[-1], ast.Expr) else []
                exec(compile(ast.Module(body, []), cell.id, "exec"), namespace)
                exec(compile(ast.Interactive(last), cell.id, "single"), namespace)
    finally:
        sys.displayhook = before
    return seen(printed.getvalue()), shown


def seen(printed):
    """What stays on the screen: a slow machine shows bars of progress, and takes them away."""
    return re.sub(r"[^\n]*\r", "", printed)


def too_long(printed):
    """Lines that JupyterLab breaks in the middle of a word."""
    return [line for line in printed.split("\n") if len(line) > WIDTH]
