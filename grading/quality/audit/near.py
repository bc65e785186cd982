"""Answers that are right except for one thing everywhere: how closely do the tests look?

The author's solution with its numbers too large by a share, or with its entries turned round. What
a test does not see of these, it sees of no answer.
"""

import ast
from collections.abc import Iterator

from grading.engine.magics import as_python
from grading.quality.audit.notebook import Exercise
from grading.quality.nothings import instead

SHARES = (10, 1, 0.1)  # percent; a test that takes the last one looks at three digits
TURNED = "its entries back to front"
HELPER = """

def _nothing(value):
    import numpy as np

    if isinstance(value, dict):
        return {{k: _nothing(v) for k, v in value.items()}}
    if type(value) is tuple:
        return tuple(map(_nothing, value))
    {kind}
    return value
"""
LARGER = """if type(value) is list:
        return list(map(_nothing, value))
    if isinstance(value, (float, np.floating)):
        return value * (1 + {share} / 100)
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return value * value.dtype.type(1 + {share} / 100)"""
BACK_TO_FRONT = """if type(value) is list or isinstance(value, np.ndarray) and value.ndim:
        return value[::-1].copy()"""


def larger(share: float) -> str:
    """The title of an answer whose numbers are all too large."""
    return f"every number {share:g} % too large"


def near(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """Pairs of a title and a source; among wrong numbers, those furthest off come first."""
    source = as_python(exercise.part.source)
    defined = {getattr(node, "name", "") for node in ast.parse(source).body}
    names = [name for name in exercise.names if name in defined]
    kinds = {larger(share): LARGER.format(share=share) for share in SHARES}
    for title, kind in (kinds | {TURNED: BACK_TO_FRONT}).items() if names else ():
        wrapped = "".join(instead(name, source, "_nothing(value)") for name in names)
        yield title, source + HELPER.format(kind=kind) + wrapped
