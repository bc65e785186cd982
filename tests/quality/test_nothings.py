"""Answers that know nothing have the shape and kind of right ones, and one is made of each kind."""

import numpy as np
import pytest

from grading.quality.nothings import KINDS, nothings

FUNCTION = """
import numpy as np

def backward(x, w, da=1.0):
    if x.shape != w.shape:
        raise ValueError("shapes")
    return {"x": da * w, "w": da * x}
"""
LAYER = """
class Times:
    def __init__(self, by):
        self.by = by
    def forward(self, x):
        return x.sum() * self.by
    def backward(self, dout):
        return dout * np.full(3, self.by)
"""
X, W = np.arange(3.0), np.arange(3.0) + 1


def made(name, source):
    for title, text in nothings(name, source):
        space = {"np": np}
        exec(text, space)
        yield title.removeprefix("nothing: "), space[name]


def test_a_function_answers_with_something_of_the_right_shape():
    answers = {title: f(X, W, da=2.0) for title, f in made("backward", FUNCTION)}
    assert set(answers) == set(KINDS)
    assert answers.pop("None") is None
    assert all(set(a) == {"x", "w"} and a["x"].shape == (3,) for a in answers.values())
    assert (answers["zeros"]["x"] == 0).all()
    assert (answers["a constant 1.5"]["w"] == 1.5).all()
    assert np.array_equal(answers["the input itself"]["w"], W)
    for title, f in made("backward", FUNCTION):
        with pytest.raises(ValueError, match="shapes"):
            f(X, W[:2])
        assert title in KINDS


def test_a_layer_does_so_in_each_of_its_methods():
    for title, layer in made("Times", LAYER):
        times = layer(2.0)
        out, gradient = times.forward(X), times.backward(1.0)
        if title == "None":
            assert out is gradient is None
        elif title == "the input itself":
            assert out is gradient is X
        else:
            assert np.shape(out) == ()
            assert gradient.shape == (3,)
            assert (out, *gradient) != (6, 2, 2, 2)
