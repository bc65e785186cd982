"""Answers without content to any exercise: no test may give points for them."""

import ast
from collections.abc import Iterator

from grading.engine.magics import as_python
from grading.quality.audit.notebook import Exercise
from grading.quality.nothings import instead

CONSTANTS = ("None", "0", "1", "True", "False", "[]", "''")
# Of the shape and kind of the right value: zeros for numbers, nothing for texts.
SHAPED = {
    "zeros of the right shape": "value * 0",
    "ones of the right shape": "value * 0 + 1",
    "the constant 1.5 in the right shape": "np.full(np.shape(value), 1.5)[()]",
}
HELPER = """

def _nothing(value, given=(), names=()):
    import numpy as np

    if value is None or isinstance(value, bool):
        return None if value is None else False
    if isinstance(value, dict):
        return {{k: _nothing(v) for k, v in value.items()}}
    if isinstance(value, (tuple, list)):
        return type(value)(map(_nothing, value))
    if isinstance(value, str):
        return ""
    if not isinstance(value, (int, float, complex, np.ndarray, np.generic)):
        return None
    return {kind}
"""

CLASS = """class {name}:
    def __init__(self, *args, **options):
        pass

    def __getattr__(self, asked):
        if asked[:2] == "__":
            raise AttributeError(asked)
        return lambda *args, **options: {constant}
"""


def nothings(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """Pairs of a title and a source."""
    source = as_python(exercise.part.source)
    yield "what students are given", exercise.part.stub
    yield "an empty cell", ""
    kinds = _kinds(source, exercise.names)
    for constant in CONSTANTS:
        lines = [_constant(name, kind, constant) for name, kind in kinds.items()]
        yield f"always {constant}", "\n\n".join(lines)
    if not {"function", "class"} & set(kinds.values()):
        return
    yield "the input itself", "\n\n".join(_constant(n, k, "args[0]") for n, k in kinds.items())
    for title, kind in SHAPED.items():
        answer = "_nothing(value)"
        wrapped = [instead(n, source, answer) for n, k in kinds.items() if k != "value"]
        yield title, source + HELPER.format(kind=kind) + "".join(wrapped)


def _kinds(source, names):
    """Whether each name is a function, a class or a plain value."""
    kinds = {ast.FunctionDef: "function", ast.AsyncFunctionDef: "function", ast.ClassDef: "class"}
    defined = {
        node.name: kinds[type(node)] for node in ast.parse(source).body if type(node) in kinds
    }
    return {name: defined.get(name, "value") for name in names}


def _constant(name, kind, constant):
    if kind == "function":
        return f"def {name}(*args, **options):\n    return {constant}"
    if kind == "value":
        return f"{name} = {constant if constant != 'args[0]' else None}"
    return CLASS.format(name=name, constant=constant)
