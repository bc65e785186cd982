"""Idea: A gradient has the type of what it belongs to.
Hint: Gradients are float64 always: what would an update of 0.01 do to an integer?
Family: number types
Fails: test_dot_backward_kinds
"""


def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    return {"x": da * w, "w": da * x}
