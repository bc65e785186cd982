"""Idea: Integers become floats, and floats are fine.
Hint: float32 is a float of seven digits; the gradient is promised in float64.
Family: number types
Fails: test_dot_backward_kinds
"""


def dot_backward(x, w, da=None):
    da = 1.0 if da is None else float(da)
    return {"x": da * w, "w": da * x}
