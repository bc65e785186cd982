"""Idea: Gradient descent goes downhill, so the gradient gets a minus.
Hint: The minus belongs to the update. A gradient points uphill.
Family: scale
Fails: test_dot_backward, test_dot_backward_x, test_dot_backward_w, test_dot_backward_shapes_x,
    test_dot_backward_shapes_w, test_dot_backward_kinds, test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    da = np.float64(1 if da is None else da)
    return {"x": -da * w, "w": -da * x}
