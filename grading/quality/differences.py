"""Find the places of a source that can be changed, and make central differences one-sided.

A one-sided difference is the most common slip in a slope; it takes two changes at once.
"""

import ast
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any


def places(
    node: ast.AST,
    skips: Callable[[ast.AST], bool] = lambda node: False,
    function: ast.FunctionDef | None = None,
) -> Iterator[tuple[ast.AST, ast.FunctionDef | None, Callable[[Any], None]]]:
    """Nodes below this one, each with its enclosing function and a callable that replaces it."""
    for name, value in ast.iter_fields(node):
        for i, child in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(child, ast.AST) and not skips(child):
                inner = child if isinstance(child, ast.FunctionDef) else function
                if isinstance(value, list):
                    yield child, inner, partial(value.__setitem__, i)
                else:
                    yield child, inner, partial(setattr, node, name)
                yield from places(child, skips, inner)


def one_sided(tree: ast.AST, counts: Callable[[ast.AST], bool]) -> Iterator[str]:
    """A source with forward instead of central differences, and one with backward differences.

    A central difference has `a + h`, `a - h` and `2 * h` in one function. Then `a - h` (or `a + h`)
    becomes `a`, and `2 * h` becomes `h`.

    Parameters
    ----------
    tree : ast.AST
        It is unchanged afterwards.
    counts : callable
        Whether a node may be changed.
    """
    for function in [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]:
        nodes = [n for n in ast.walk(function) if isinstance(n, ast.BinOp) and counts(n)]
        steps = {ast.dump(n.right): n.right for n in nodes if isinstance(n.op, ast.Sub)}
        for step, node in steps.items():
            above, below = (_moved(nodes, step, kind) for kind in (ast.Add, ast.Sub))
            twice = [n for n in nodes if _is_twice(n, step)]
            both = {ast.dump(n.left) for n in above} & {ast.dump(n.left) for n in below}
            if not both or not twice:
                continue
            for side in (below, above):
                instead = {id(n): n.left for n in side if ast.dump(n.left) in both}
                yield _with(tree, instead | {id(n): node for n in twice})


def _moved(nodes, step, kind):
    """Nodes `a + h`, or `a - h`."""
    return [n for n in nodes if isinstance(n.op, kind) and ast.dump(n.right) == step]


def _is_twice(node, step):
    parts = [node.left, node.right]
    return (
        isinstance(node.op, ast.Mult)
        and any(isinstance(part, ast.Constant) and part.value == 2 for part in parts)
        and step in map(ast.dump, parts)
    )


def _with(tree, instead):
    """The source with some nodes replaced, by their `id`."""
    changed = []
    for node in list(ast.walk(tree)):
        for name, value in ast.iter_fields(node):
            new = [instead.get(id(each), each) for each in value] if isinstance(value, list) else (
                instead.get(id(value), value)
            )  # fmt: skip
            if new is not value and new != value:
                changed.append((node, name, value))
                setattr(node, name, new)
    text = ast.unparse(ast.fix_missing_locations(tree))
    for node, name, value in changed:
        setattr(node, name, value)
    return text
