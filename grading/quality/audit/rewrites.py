"""Correct solutions by rule: the same, written in another way.

Tests that refuse one refuse students who are right.

A rule need not be sure of itself: only those rewrites count that answer many calls as the solution
does. Some change the kind of what comes back, such as a list for an array: whether that is right is
the author's to say.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from grading.engine.magics import as_python
from grading.quality.mutants import compiles
from grading.quality.nothings import instead


@dataclass(frozen=True)
class Rewrite:
    """Another way to write a solution; `strict` if no test may refuse it."""

    title: str
    source: str
    strict: bool = True


def rewrites(source: str, names: tuple[str, ...]) -> Iterator[Rewrite]:
    """Other ways to write a solution cell that defines `names`."""
    source = as_python(source)
    seen = {ast.unparse(ast.parse(source))}
    for title, rule in RULES.items():
        tree = ast.parse(source)
        text = ast.unparse(ast.fix_missing_locations(rule(tree)))
        if text not in seen and compiles(text):
            seen.add(text)
            yield Rewrite(title, text, title not in TEXT_DECIDES)
    for title, (kind, strict) in RETURNED.items():
        helper = HELPER.format(kind=kind)
        wrapped = "".join(instead(name, source, "_nothing(value)") for name in names)
        yield Rewrite(title, source + helper + wrapped, strict)


# --- what comes back, kept otherwise -----------------------------------------------------------

HELPER = """

def _nothing(value):
    import numpy as np

    if type(value) is dict:
        return {{k: _nothing(v) for k, v in value.items()}}
    if type(value) is tuple:
        return tuple(map(_nothing, value))
    is_array = isinstance(value, np.ndarray) and value.ndim > 0
    is_number = isinstance(value, (int, float, np.number)) and not isinstance(value, bool)
    return {kind}
"""
LAST_DIGIT = "sums in another order: the last digit otherwise"
RETURNED = {
    "arrays in Fortran order": ("np.asfortranarray(value) if is_array else value", True),
    "arrays that are views of larger ones": (
        "np.repeat(value, 2, axis=-1)[..., ::2] if is_array else value",
        True,
    ),
    "NumPy's numbers for Python's, and the other way round": (
        "value.item() if isinstance(value, np.generic) else "
        "np.float64(value) if isinstance(value, float) else value",
        True,
    ),
    "arrays turned back to front in memory": (
        "np.ascontiguousarray(value[::-1])[::-1] if is_array else value",
        True,
    ),
    LAST_DIGIT: (  # whole numbers stay: they may be copies, or counts
        "np.where(value == np.round(value), value, value * (1 + 2e-15)) "
        "if is_array and value.dtype == np.float64 else "
        "value * (1 + 2e-15) if is_number and isinstance(value, float) and value % 1 else value",
        True,
    ),
    "Python lists for arrays": ("value.tolist() if is_array else value", False),
    "floats for whole numbers": (
        "value.astype(float) if is_array and value.dtype.kind in 'iu' else "
        "float(value) if is_number else value",
        False,
    ),
    "float32 for float64": (
        "value.astype(np.float32) if is_array and value.dtype == np.float64 else value",
        False,
    ),
    "lists for tuples": ("list(value) if type(value) is tuple else value", False),
}


# --- the code, written otherwise ---------------------------------------------------------------


def _functions(tree) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def _other_names(tree):
    """Rename local variables; arguments keep their names because callers use them."""
    for function in _functions(tree):
        arguments = {a.arg for a in ast.walk(function) if isinstance(a, ast.arg)}
        outside = {
            name
            for node in ast.walk(function)
            if isinstance(node, ast.Global | ast.Nonlocal)
            for name in node.names
        }
        inner = {f.name for f in _functions(function)}
        local = {
            node.id
            for node in ast.walk(function)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        } - (arguments | outside | inner)
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and node.id in local:
                node.id += "_"
    return tree


class _Rule(ast.NodeTransformer):
    """Applies a function to each node, children first; None leaves the node unchanged."""

    def __init__(self, change: Callable):
        self.change = change

    def visit(self, node):
        self.generic_visit(node)
        changed = self.change(node)
        return node if changed is None else changed


def _everywhere(change):
    return lambda tree: _Rule(change).visit(tree)


def _numpy(node, *names):
    """Whether a node is a call of one of NumPy's functions."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in names
        and getattr(node.func.value, "id", "") in ("np", "numpy")
    )


def _expression(text, **parts):
    tree = ast.parse(text, mode="eval").body
    return _Rule(lambda node: parts.get(node.id) if isinstance(node, ast.Name) else None).visit(
        tree
    )


def _einsum(node):
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        return _expression("np.einsum('...ij,...jk->...ik', A, B)", A=node.left, B=node.right)
    if _numpy(node, "sum") and len(node.args) == 1 and not node.keywords:
        inner = node.args[0]
        if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Mult):
            return _expression("np.einsum('...,...->...', A, B).sum()", A=inner.left, B=inner.right)
        return _expression("np.einsum('...->', A)", A=inner)
    if _numpy(node, "dot", "matmul") and len(node.args) == 2:
        a, b = node.args
        return _expression("np.einsum('...j,j->...', A, B)", A=a, B=b)
    return None


def _loops(node):
    """Sums, maxima and products of vectors as loops over their numbers."""
    if _numpy(node, "sum") and len(node.args) == 1 and not node.keywords:
        return _expression("sum(v for v in np.ravel(A))", A=node.args[0])
    if _numpy(node, "max", "min") and len(node.args) == 1 and not node.keywords:
        return _expression(f"{node.func.attr}(v for v in np.ravel(A))", A=node.args[0])
    if _numpy(node, "mean") and len(node.args) == 1 and not node.keywords:
        return _expression("sum(v for v in np.ravel(A)) / np.size(A)", A=node.args[0])
    if _numpy(node, "dot") and len(node.args) == 2:
        a, b = node.args
        return _expression("sum(a * b for a, b in zip(A, B))", A=a, B=b)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        rows = (
            "np.array([[sum(a * b for a, b in zip(row, column)) for column in B.T] for row in A])"
        )
        return _expression(rows, A=node.left, B=node.right)
    return None


def _comprehensions_as_calls(node):
    """`[f(x) for x in xs]` as `list(f(x) for x in xs)`."""
    if isinstance(node, ast.ListComp):
        inner = ast.GeneratorExp(node.elt, node.generators)
        return ast.Call(ast.Name("list", ast.Load()), [inner], [])
    return None


def _long_assignments(node):
    """`a += b` as `a = a + b`, for names."""
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        load = ast.Name(node.target.id, ast.Load())
        return ast.Assign([node.target], ast.BinOp(load, node.op, node.value))
    return None


def _named_results(node):
    """`return f(x)` as two lines."""
    if isinstance(node, ast.Return) and node.value and not isinstance(node.value, ast.Name):
        named = ast.Assign([ast.Name("result_", ast.Store())], node.value)
        return [named, ast.Return(ast.Name("result_", ast.Load()))]
    return None


def _whiles(node):
    """`for i in range(n)` as a while loop, where nothing in it jumps."""
    jumps = (ast.Break, ast.Continue)
    if not (
        isinstance(node, ast.For)
        and isinstance(node.target, ast.Name)
        and isinstance(node.iter, ast.Call)
        and getattr(node.iter.func, "id", "") == "range"
        and len(node.iter.args) == 1
        and not any(isinstance(inner, jumps) for inner in ast.walk(node))
    ):
        return None
    name, end = node.target.id, f"end_{node.target.id}_{node.lineno}"
    head = ast.parse(f"{end} = 0\n{name} = 0\nwhile {name} < {end}:\n    {name} += 1").body
    head[0].value = node.iter.args[0]
    head[2].body = [*node.body, *head[2].body]
    return head


def _turned_ifs(node):
    """`if a: x else: y` as `if not a: y else: x`."""
    if isinstance(node, ast.If) and node.orelse:
        return ast.If(ast.UnaryOp(ast.Not(), node.test), node.orelse, node.body)
    return None


def _commuted(node):
    """`a * b` as `b * a`, `a < b` as `b > a`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return ast.BinOp(node.right, node.op, node.left)
    mirrored = {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE, ast.Eq: ast.Eq}
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in mirrored:
        return ast.Compare(node.comparators[0], [mirrored[type(node.ops[0])]()], [node.left])
    return None


def _in_a_helper(tree):
    """Move the work to another function, which the named one calls."""
    made = []
    for node in tree.body:
        plain = isinstance(node, ast.FunctionDef) and not node.decorator_list
        if plain and not node.args.kwonlyargs and not node.args.vararg and not node.args.kwarg:
            helper = copy.deepcopy(node)
            helper.name = f"_{node.name}_work"
            args = [ast.Name(a.arg, ast.Load()) for a in [*node.args.posonlyargs, *node.args.args]]
            call = ast.Call(ast.Name(helper.name, ast.Load()), args, [])
            made.append(helper)
            node = ast.FunctionDef(
                name=node.name, args=node.args, body=[ast.Return(call)], decorator_list=[],
                returns=None, type_params=[],
            )  # fmt: skip
        made.append(node)
    tree.body = made
    return tree


TEXT_DECIDES = {"loops for vector forms"}  # a text may ask for vector forms
RULES: dict[str, Callable] = {
    "local variables with other names": _other_names,
    "products and sums by einsum": _everywhere(_einsum),
    "loops for vector forms": _everywhere(_loops),
    "while loops for for loops": _everywhere(_whiles),
    "generators for list comprehensions": _everywhere(_comprehensions_as_calls),
    "a = a + b for a += b": _everywhere(_long_assignments),
    "results named before they are returned": _everywhere(_named_results),
    "conditions turned round": _everywhere(_turned_ifs),
    "factors and comparisons the other way round": _everywhere(_commuted),
    "the work done in a helper": _in_a_helper,
}
