"""Mistakes by rule in the code: a right solution with one place changed, each with its sentence.

`grading.quality.mutants` changes everything that can be changed, to test the tests. Here only what
people do is done, so that what it gives can be named: `=` for `+=`, an axis used twice, a factor
that is missing. The rules are those of `lib.rule_words.changes`.
"""

import ast
from itertools import chain, pairwise

from grading.quality.differences import places
from grading.quality.mutants import compiles

UPSTREAM = {"da", "dA", "dout", "dz", "dh", "dloss", "g", "d", "dAs", "upstream"}
PAIRS = [
    ("H", "W"), ("KH", "KW"), ("kh", "kw"), ("H_out", "W_out"), ("i", "j"), ("row", "column"),
    ("rows", "columns"), ("rows", "cols"), ("u", "v"), ("n", "o"), ("o", "c"), ("h", "w_"),
    ("r", "c"), ("y", "x_"), ("oh", "ow"), ("out_h", "out_w"),
]  # fmt: skip
TWINS = {}
for _a, _b in PAIRS:
    TWINS.setdefault(_a, _b)
    TWINS.setdefault(_b, _a)
INPUTS = {"x": "w", "w": "x", "X": "w"}


def variants(source):
    """Pairs of a rule and a source; no source twice."""
    tree = ast.parse(source)
    seen = {ast.unparse(tree)}
    for rule, text in chain(_changed(tree), _early_returns(tree)):
        if text not in seen and compiles(text):
            seen.add(text)
            yield rule, text


def _changed(tree):
    for node, _, put in places(tree):
        for rule, other in _changes(node):
            put(ast.fix_missing_locations(other))
            yield rule, ast.unparse(tree)
            put(node)


def _names(node):
    found = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    return found | {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}


def _changes(node):
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add):
        yield "= for +=", ast.Assign([node.target], node.value, lineno=0)
    if isinstance(node, ast.BinOp):
        yield from _products(node)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for one, two in ((ast.Gt, ast.GtE), (ast.Lt, ast.LtE)):
            for a, b in ((one, two), (two, one)):
                if isinstance(node.ops[0], a):
                    yield "comparison", ast.Compare(node.left, [b()], node.comparators)
    if isinstance(node, ast.Call):
        yield from _calls(node)
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        if node.id in TWINS:
            rule = "axis" if node.id[0].isupper() or len(node.id) > 1 else "index"
            yield rule, ast.Name(TWINS[node.id], ast.Load())
        if node.id in INPUTS:
            yield "copied", ast.Name(INPUTS[node.id], ast.Load())
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        yield from _subscripts(node)
    if isinstance(node, ast.Attribute) and node.attr == "T" and isinstance(node.ctx, ast.Load):
        yield "transpose", node.value


def _products(node):
    """The operands are those of a product, a sum, a difference or a quotient."""
    for kind, changes in OPERATIONS.items():
        if isinstance(node.op, kind):
            yield from changes(node, node.left, node.right)


def _of_product(node, left, right):
    for kept, dropped in ((left, right), (right, left)):
        names = _names(dropped)
        if names & {"stride", "s"} and not names & UPSTREAM:
            yield "stride", kept
        elif names & UPSTREAM and not _names(kept) & UPSTREAM:
            yield "upstream", kept
        elif names & {"padding", "p"}:
            yield "padding", kept
        elif isinstance(dropped, ast.Constant) and names == set():
            yield "padding once" if _names(kept) & {"padding", "p"} else "factor", kept
        elif names:
            yield "factor", kept
    if _names(left) and _names(right) and not _names(node) & {"stride", "s", "np", "size"}:
        yield "plus", ast.BinOp(left, ast.Add(), right)


def _of_sum(node, left, right):
    if isinstance(right, ast.Constant) and right.value == 1:
        yield "plus one", left
    elif _names(right) & {"padding", "p"} and not _names(right) & {"np"}:
        yield "padding", left
    elif isinstance(right, ast.Name | ast.Subscript | ast.Call | ast.BinOp):
        yield "term", left
    if _is_count(left, right):
        yield from (("off by one", other) for other in _counts(left, right.value))
        if isinstance(left, ast.BinOp) and isinstance(left.op, ast.FloorDiv | ast.Div):
            inside = ast.BinOp(left.left, ast.Add(), right)
            yield "one inside", ast.BinOp(inside, left.op, left.right)
    else:
        yield "sign", ast.BinOp(left, ast.Sub(), right)


def _of_difference(node, left, right):
    if _is_count(left, right):
        yield from (("off by one", other) for other in _counts(left, -right.value))
    else:
        yield "sign", ast.BinOp(left, ast.Add(), right)
    yield "sign", ast.BinOp(right, ast.Sub(), left)
    if not isinstance(right, ast.Constant):
        yield "term", left


def _of_quotient(node, left, right):
    if isinstance(left, ast.BinOp) and isinstance(left.op, ast.Add | ast.Sub):
        last = ast.BinOp(left.right, node.op, right)
        yield "last term divided", ast.BinOp(left.left, left.op, last)
    if isinstance(node.op, ast.Div):
        yield "divided", left


OPERATIONS = {
    ast.Mult: _of_product,
    ast.Add: _of_sum,
    ast.Sub: _of_difference,
    (ast.FloorDiv, ast.Div): _of_quotient,
}


def _is_count(left, right):
    """Whether a sum or difference is a size or an index: 1 or 2 and something that is no entry of
    an array."""
    is_entry = isinstance(left, ast.Subscript) and not isinstance(left.value, ast.Attribute)
    whole = isinstance(right, ast.Constant) and type(right.value) is int
    return whole and right.value in (1, 2) and not is_entry


def _counts(node, right):
    """What people write for a count that is `right` more: one or two more or fewer."""
    for wrong in (right - 1, right + 1, *((-right,) if abs(right) == 1 else ())):
        sign = ast.Add() if wrong > 0 else ast.Sub()
        yield ast.BinOp(node, sign, ast.Constant(abs(wrong))) if wrong else node


def _calls(node):
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name == "range":
        *first, last = node.args[:2]
        step = node.args[2:]
        less = ast.BinOp(last, ast.Sub(), ast.Constant(1))
        yield "bound", ast.Call(node.func, [*first, less, *step], [])
        if len(node.args) == 1:
            yield "begin", ast.Call(node.func, [ast.Constant(1), last], [])
    for a, b, rule in (("sum", "mean", "mean"), ("mean", "sum", "sum")):
        if name == a and isinstance(node.func, ast.Attribute):
            yield (
                rule,
                ast.Call(ast.Attribute(node.func.value, b, ast.Load()), node.args, node.keywords),
            )
    for a, b in (("max", "min"), ("argmax", "argmin")):
        if name == a and isinstance(node.func, ast.Attribute):
            call = ast.Attribute(node.func.value, b, ast.Load())
            yield "lowest", ast.Call(call, node.args, node.keywords)
    turns = name in ("transpose", "swapaxes", "moveaxis") and isinstance(node.func, ast.Attribute)
    if turns and getattr(node.func.value, "id", "") != "np":
        yield "transpose", node.func.value


def _subscripts(node):
    index = node.slice
    of_shape = isinstance(node.value, ast.Attribute) and node.value.attr == "shape"
    if of_shape and isinstance(index, ast.Constant) and index.value in (0, 1, 2, 3):
        other = {0: 1, 1: 0, 2: 3, 3: 2}[index.value]
        yield "axis", ast.Subscript(node.value, ast.Constant(other), ast.Load())
    parts = index.elts if isinstance(index, ast.Tuple) else [index]
    for i, part in enumerate(parts):
        if isinstance(part, ast.Slice) and part.step is not None and ast.unparse(part.step) == "-1":
            plain = ast.Slice(part.lower, part.upper, None)
            others = [plain if k == i else p for k, p in enumerate(parts)]
            new = ast.Tuple(others, ast.Load()) if isinstance(index, ast.Tuple) else plain
            yield "unflipped", ast.Subscript(node.value, new, ast.Load())
    if isinstance(index, ast.Tuple):
        for i, part in enumerate(parts):
            if isinstance(part, ast.Name):
                others = [ast.Constant(0) if k == i else p for k, p in enumerate(parts)]
                yield "first", ast.Subscript(node.value, ast.Tuple(others, ast.Load()), ast.Load())
    elif isinstance(index, ast.Name) and not index.id.startswith("_"):
        yield (
            "axis" if of_shape else "first",
            ast.Subscript(node.value, ast.Constant(0), ast.Load()),
        )


def _early_returns(tree):
    """Move a return into the loop before it."""
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
        for i, (loop, last) in enumerate(pairwise(list(function.body))):
            if isinstance(loop, ast.For) and isinstance(last, ast.Return):
                loop.body.append(function.body.pop(i + 1))
                yield "return", ast.unparse(ast.fix_missing_locations(tree))
                function.body.insert(i + 1, loop.body.pop())
