"""Mutants of the labs' own solutions: a second measure of the tests, besides the bank.

A mutant is a solution with one thing changed by rule: an operator, a bound, an axis, a sign, a
constant, an argument, a missing statement. Good tests refuse every mutant that behaves differently
from the original. Equivalent mutants are listed in ``mutants.toml``, each with the reason why it
is as right as the original.

Existing tools (mutmut, cosmic-ray, mutatest) mutate a package on disk and run a test suite on it,
and have no mutations of slices, axes or swapped arguments.
"""

import ast
import re
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import chain

from grading.quality.differences import one_sided, places

SOLUTION = re.compile(r"### BEGIN SOLUTION\n.*?### END SOLUTION", re.S)
OPERATORS = {
    ast.Add: [ast.Sub],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Div, ast.Add],
    ast.Div: [ast.Mult],
    ast.FloorDiv: [ast.Div, ast.Mult],
    ast.Mod: [ast.FloorDiv],
    ast.Pow: [ast.Mult],
    ast.MatMult: [ast.Mult],
}
COMPARISONS = {
    ast.Lt: [ast.LtE, ast.GtE],
    ast.LtE: [ast.Lt, ast.Gt],
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.LtE],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
}
ONE_WAY = (ast.Sub, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)  # a - b is not b - a
FUNCTIONS = {
    "argmax": "argmin",
    "float64": "float32",
    "max": "min",
    "maximum": "minimum",
    "mean": "sum",
    "ones": "zeros",
    "round": "floor",
    "sum": "mean",
    "zeros": "ones",
}


@dataclass(frozen=True)
class Mutant:
    """A changed solution: the changed lines, and the whole source."""

    change: str
    source: str


# --- making them -------------------------------------------------------------------------------


@lru_cache
def mutants_of(source, more=()):
    """All mutants of a solution cell, changed only between the solution markers.

    Parameters
    ----------
    source : str
    more : tuple of callable
        Rules besides those of this module: each takes a node and returns its replacements.

    Returns
    -------
    tuple of Mutant
        In the order of the source, no two the same.
    """
    tree = ast.parse(source)
    original = ast.unparse(tree)
    parts = [part.span() for part in SOLUTION.finditer(source)] or [(0, len(source))]
    lines = [range(source.count("\n", 0, a) + 1, source.count("\n", 0, b) + 2) for a, b in parts]
    found = {original: None}
    changes = set()

    def counts(node):
        return any(getattr(node, "lineno", 0) in part for part in lines)

    scope_of = cache(partial(_Scope, tree))

    def texts():
        for node, function, put in places(tree, _is_text):
            if not counts(node):
                continue
            scope = scope_of(function)
            for other in chain(_alternatives(node, scope), *(rule(node) for rule in more)):
                put(ast.fix_missing_locations(other))
                text = ast.unparse(tree)
                put(node)
                yield text
        yield from one_sided(tree, counts)

    for text in texts():
        if text not in found and compiles(text):
            change = _difference(original, text)
            while change in changes:  # the same line appears twice
                change += " (another)"
            changes.add(change)
            found[text] = Mutant(change, text)
    return tuple(mutant for mutant in found.values() if mutant)


class _Scope:
    """Names in a function that can be confused."""

    def __init__(self, tree, function=None):
        self.attributes = sorted(
            {
                n.attr
                for n in ast.walk(tree)
                if _is_own_attribute(n) and isinstance(n.ctx, ast.Store)
            }
        )
        self.groups = []
        if function is not None:
            arguments = [argument.arg for argument in function.args.args]
            self.groups.append([name for name in arguments if name != "self"])
            for node in ast.walk(function):
                if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Store):
                    self.groups.append([n.id for n in node.elts if isinstance(n, ast.Name)])

    def others(self, name):
        """Names that can be confused with this one: H with W, x with w."""
        return sorted({n for g in self.groups if name in g for n in g if n not in (name, "_")})


def _is_own_attribute(node):
    return isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "self"


def _is_text(node):
    """Whether a node is an error message or a docstring."""
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )


def compiles(text):
    """Whether a text is valid Python."""
    try:
        compile(text, "<mutant>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


def _difference(before, after):
    """The lines that differ: `old → new`."""
    old, new = before.splitlines(), after.splitlines()
    first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(new))
    old, new = old[first:], new[first:]
    while old and new and old[-1] == new[-1]:
        old.pop(), new.pop()
    return " → ".join(
        "; ".join(line.strip() for line in lines) or "nothing" for lines in (old, new)
    )


# --- the rules ---------------------------------------------------------------------------------


def _alternatives(node, scope):
    """Replacements of a node."""
    rule = RULES.get(type(node))
    if rule:
        yield from rule(node, scope)
    if isinstance(node, ast.stmt) and not isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield ast.Pass()


def _binary(node, _):
    for operator in OPERATORS.get(type(node.op), ()):  # of masks, `&` and `|`: their halves alone
        yield ast.BinOp(node.left, operator(), node.right)
    if isinstance(node.op, ONE_WAY):
        yield ast.BinOp(node.right, node.op, node.left)
    yield node.left
    yield node.right


def _comparison(node, _):
    for operator in COMPARISONS.get(type(node.ops[0]), ()):
        yield ast.Compare(node.left, [operator()], node.comparators)


def _boolean(node, _):
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield ast.BoolOp(other, node.values)
    yield from node.values


def _unary(node, _):
    yield node.operand


def _constant(node, _):
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1)
    elif isinstance(value, str) and "->" in value:
        inputs, output = value.split("->")
        first, *rest = inputs.split(",")
        yield ast.Constant(f"{','.join([*rest, first])}->{output}")
        yield ast.Constant(f"{inputs}->{output[::-1]}")
    elif isinstance(value, str):
        yield ast.Constant(value + "_")


def _name(node, scope):
    if isinstance(node.ctx, ast.Load):
        for other in scope.others(node.id):
            yield ast.Name(other, ast.Load())


def _attribute(node, scope):
    if not isinstance(node.ctx, ast.Load):
        return
    if _is_own_attribute(node):
        for other in scope.attributes:
            yield ast.Attribute(node.value, other, ast.Load())
    elif node.attr == "T":
        yield node.value
    elif node.attr in FUNCTIONS:
        yield ast.Attribute(node.value, FUNCTIONS[node.attr], ast.Load())


def _call(node, _):
    args, keywords = node.args, node.keywords
    for i in range(len(args) - 1):
        yield ast.Call(node.func, _swapped(args, i), keywords)
    for i in range(len(keywords)):
        yield ast.Call(node.func, args, keywords[:i] + keywords[i + 1 :])
    if len(args) > 1:
        yield ast.Call(node.func, args[:-1], keywords)
    yield from args  # as if the function did nothing
    if isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") != "np":
        yield node.func.value
    if getattr(node.func, "id", "") in ("range", "slice"):
        for i, arg in enumerate(args):
            for shifted in _off_by_one(arg):
                yield ast.Call(node.func, [*args[:i], shifted, *args[i + 1 :]], keywords)


def _sequence(node, _):
    for i in range(len(node.elts) - 1):
        yield type(node)(_swapped(node.elts, i), node.ctx)


def _dictionary(node, _):
    for i in range(len(node.values) - 1):
        yield ast.Dict(node.keys, _swapped(node.values, i))
    for i, value in enumerate(node.values):
        negative = ast.UnaryOp(ast.USub(), value)
        yield ast.Dict(node.keys, [*node.values[:i], negative, *node.values[i + 1 :]])


def _slice(node, _):
    parts = {"lower": node.lower, "upper": node.upper, "step": node.step}
    for part, bound in parts.items():
        if bound is not None:
            yield ast.Slice(**{**parts, part: None})
            if part != "step":
                for shifted in _off_by_one(bound):
                    yield ast.Slice(**{**parts, part: shifted})


def _subscript(node, _):
    if isinstance(node.ctx, ast.Load):
        yield node.value


def _choice(node, _):
    yield node.body
    yield node.orelse


def _if(node, _):
    for answer in (True, False):
        yield ast.If(ast.Constant(answer), node.body, node.orelse)


def _for(node, _):
    every = ast.Call(ast.Name("list", ast.Load()), [node.iter], [])
    for part in (ast.Slice(ast.Constant(1)), ast.Slice(None, ast.Constant(-1))):
        yield ast.For(node.target, ast.Subscript(every, part, ast.Load()), node.body, node.orelse)


def _augmented(node, _):
    for operator in OPERATORS.get(type(node.op), ()):  # of masks, `&` and `|`: their halves alone
        yield ast.AugAssign(node.target, operator(), node.value)
    yield ast.Assign([node.target], node.value)


def _assignment(node, _):
    if not isinstance(node.value, ast.Tuple | ast.Constant) and not _is_blank_array(node.value):
        yield ast.Assign(node.targets, ast.UnaryOp(ast.USub(), node.value))


def _return(node, _):
    plain = ast.Tuple | ast.Dict | ast.Constant | None
    if not isinstance(node.value, plain) and not _is_blank_array(node.value):
        yield ast.Return(ast.UnaryOp(ast.USub(), node.value))


def _is_blank_array(node):
    return isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("zeros", "empty")


def _swapped(values, i):
    return [*values[:i], values[i + 1], values[i], *values[i + 2 :]]


def _off_by_one(node):
    for operator in (ast.Add(), ast.Sub()):
        yield ast.BinOp(node, operator, ast.Constant(1))


RULES = {
    ast.Assign: _assignment,
    ast.Attribute: _attribute,
    ast.AugAssign: _augmented,
    ast.BinOp: _binary,
    ast.BoolOp: _boolean,
    ast.Call: _call,
    ast.Compare: _comparison,
    ast.Constant: _constant,
    ast.Dict: _dictionary,
    ast.For: _for,
    ast.If: _if,
    ast.IfExp: _choice,
    ast.List: _sequence,
    ast.Name: _name,
    ast.Return: _return,
    ast.Slice: _slice,
    ast.Subscript: _subscript,
    ast.Tuple: _sequence,
    ast.UnaryOp: _unary,
}
