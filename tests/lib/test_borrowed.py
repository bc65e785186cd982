"""Arrays of the notebook that a student's code takes for its own are told of."""

import types

import numpy as np
import pytest

from grading.engine.limits import environment
from lib.borrowed import said_of_borrowed
from lib.checking import case, check_backward, check_cases

LAYER = """
class MaxPool:
    def forward(self, h):
        self.i = np.argmax(h)
        return h[self.i]

    def backward(self, dz):
        dh = np.zeros(len({h}))
        dh[self.i] = dz
        return dh
"""


def notebook(source, **names):
    """What a notebook holds after a cell with this source."""
    names |= {"np": np}
    exec(source, names)
    return types.SimpleNamespace(**names)


def said_of(check, *args):
    with pytest.raises((AssertionError, ValueError, IndexError)) as caught:
        check(*args)
    return "\n".join([str(caught.value), *getattr(caught.value, "__notes__", ())])


ASKED = case([4, 1, 2], dout=1.0, gives=[1, 0, 0])
BORROWED = (
    "MaxPool.backward reads `h`, an array of the notebook, not what forward was given: keep that "
    "as `self.h`."
)


@pytest.mark.parametrize("h", [[2.0, -1, 5, 3, 0], np.zeros(5)])
def test_a_method_that_reads_an_array_of_the_notebook_is_told_so(h):
    made = notebook(LAYER.format(h="h"), h=h)
    assert BORROWED in said_of(check_backward, made.MaxPool, ASKED)
    assert said_of_borrowed(made.MaxPool().forward) == BORROWED  # as `gradient_check` is handed it


def test_an_array_by_a_name_that_no_method_has_is_told_as_well():
    made = notebook(LAYER.format(h="x"), x=np.zeros(5))
    assert said_of_borrowed(made.MaxPool) == (
        "MaxPool.backward reads `x`, an array of the notebook: what a layer shall remember belongs "
        "in self."
    )


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("h", {}),  # the notebook has none: Python says so
        ("h", {"h": len}),  # a function
        ("self.h", {"h": [1.0]}),
        ("SIZES", {"SIZES": [1, 2]}),  # a constant
    ],
)
def test_nothing_is_said_of_what_is_not_borrowed(written, names):
    assert said_of_borrowed(notebook(LAYER.format(h=written), **names).MaxPool) == ""


IM2COL = "def im2col(X, kh, kw):\n    return [X[: w.shape[2]] for _ in range(kw)]"


def test_a_function_that_reads_an_array_of_the_notebook_is_told_so():
    made = notebook(IM2COL, w=np.ones((2, 3)))
    said = said_of(check_cases, made.im2col, case([1, 2], 1, 1, gives=[1, 2]))
    assert "im2col reads `w`, an array of the notebook, and no argument." in said
    assert said_of_borrowed(lambda x: x * ASKED) == said_of_borrowed(3, None, "w") == ""


def test_where_no_mistakes_are_named_nothing_is_said():
    made = notebook(LAYER.format(h="h"), h=[1.0] * 5)
    with environment(CHECKING_DIAGNOSIS="off"):
        assert "reads" not in said_of(check_backward, made.MaxPool, ASKED)


def test_what_passes_is_left_alone():
    made = notebook(LAYER.format(h="h"), h=np.zeros(3))
    check_backward(made.MaxPool, ASKED)
