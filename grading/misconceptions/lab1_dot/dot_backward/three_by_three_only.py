"""Idea: Filters are three by three.
Hint: Ask the arrays for their shape instead of writing it into the code.
Family: axes
Fails: test_dot_backward_shapes_x, test_dot_backward_shapes_w
"""


def dot_backward(x, w, da=None):
    da = 1.0 if da is None else da
    dx, dw = np.zeros((3, 3)), np.zeros((3, 3))
    dx[:] = da * w
    dw[:] = da * x
    return {"x": dx, "w": dw}
