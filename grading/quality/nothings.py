"""Answers without content: no test may give a point for one.

Each is the lab's own solution with its return values replaced, so shapes and types are right, and
errors are raised where they should be.
"""

import ast

KINDS = {
    "None": "None",
    "zeros": "value * 0",
    "ones": "value * 0 + 1",
    "a constant 1.5": "np.full(np.shape(value), 1.5)[()]",
    "the input itself": "given",
    "random numbers": "np.random.default_rng().normal(size=np.shape(value))[()]",
}
HELPER = '''

def _nothing(value, given, names=()):
    """Something of the kind and shape of `value`."""
    import numpy as np

    if isinstance(value, dict):
        return {{k: _nothing(v, dict(zip(names, given)).get(k)) for k, v in value.items()}}
    if isinstance(value, tuple | list):
        given = [*given, *[None] * len(value)]
        return type(value)(_nothing(v, g) for v, g in zip(value, given))
    given = given[0] if isinstance(given, tuple) and given else given
    return {kind}
'''
FUNCTION = """

_right = {name}


def {name}(*args, _right=_right, _nothing=_nothing, **options):
    import inspect

    names = list(inspect.signature(_right).parameters)
    given = (*args, *options.values())
    value = _right(*args, **options)
    return {answer}
"""
CLASS = """

class {name}({name}):
    _nothing = staticmethod(_nothing)
"""
METHOD = """
    def {method}(self, *args, **options):
        value, names = super().{method}(*args, **options), ()
        given = getattr(self, "_given", args) if "{method}" == "backward" else args
        if "{method}" == "forward":
            self._given = args
        _nothing = self._nothing
        return {answer}
"""


def nothings(name, source):
    """Pairs of a title and a source of an answer without content.

    Parameters
    ----------
    name : str
        The function or class.
    source : str
        The lab's own solution.
    """
    for title, kind in KINDS.items():
        helper = HELPER.format(kind=kind)
        answer = "None" if title == "None" else "_nothing(value, given, names)"
        yield f"nothing: {title}", source + helper + instead(name, source, answer)


def instead(name, source, answer):
    """The definition that replaces the name."""
    defined = [node for node in ast.parse(source).body if getattr(node, "name", None) == name]
    if not defined or not isinstance(defined[-1], ast.ClassDef):
        return FUNCTION.format(name=name, answer=answer)
    methods = [node.name for node in defined[-1].body if isinstance(node, ast.FunctionDef)]
    public = [method for method in methods if not method.startswith("_")]
    written = [METHOD.format(method=method, answer=answer) for method in public]
    return CLASS.format(name=name) + "".join(written)
