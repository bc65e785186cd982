"""Mutants of a solution of any course: the rules of `grading.quality.mutants`, and a few for Python
without arrays.
"""

import ast

from grading.engine.magics import as_python
from grading.quality.audit.notebook import BEGIN, END
from grading.quality.mutants import Mutant, mutants_of

MOST = 400  # mutants of an exercise; of more, every second or third is taken
SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}
METHODS = {"append": "extend", "lower": "upper", "upper": "lower", "startswith": "endswith",
           "endswith": "startswith", "keys": "values", "lstrip": "rstrip", "rstrip": "lstrip",
           "copy": None, "strip": None}  # fmt: skip


def mutants(source: str) -> tuple[tuple[Mutant, ...], int]:
    """Mutants of a solution cell, and how many were dropped because there were too many."""
    marked = END.sub("### END SOLUTION", BEGIN.sub("### BEGIN SOLUTION", as_python(source)))
    made = mutants_of(marked, (_plain_python,))
    step = -(-len(made) // MOST) or 1
    return made[::step], len(made) - len(made[::step])


def _plain_python(node):
    """Replacements of a node of plain Python."""
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in SWAPPED:
            yield ast.Call(ast.Name(SWAPPED[name], ast.Load()), node.args, node.keywords)
        case ast.Call(func=ast.Name(id="sorted")):
            turned = ast.keyword("reverse", ast.Constant(True))
            kept = [keyword for keyword in node.keywords if keyword.arg != "reverse"]
            if len(kept) == len(node.keywords):
                yield ast.Call(node.func, node.args, [*kept, turned])
        case ast.Call(func=ast.Attribute(attr=name)) if METHODS.get(name):
            other = ast.Attribute(node.func.value, METHODS[name], ast.Load())
            yield ast.Call(other, node.args, node.keywords)
        case ast.Compare(ops=[ast.In()]):
            yield ast.Compare(node.left, [ast.NotIn()], node.comparators)
        case ast.Compare(ops=[ast.NotIn()]):
            yield ast.Compare(node.left, [ast.In()], node.comparators)
        case ast.comprehension(ifs=[_, *_]):
            yield ast.comprehension(node.target, node.iter, [], node.is_async)
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.While():
            yield ast.If(node.test, node.body, [])
        case ast.Set(elts=[_, *more]) if more:
            yield ast.Set(more)
