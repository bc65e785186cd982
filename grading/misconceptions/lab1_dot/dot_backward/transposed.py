"""Idea: Gradients of products carry a transpose.
Hint: That is so for matrix products. Here each entry meets the one at its own place.
Family: orientation
Fails: test_dot_backward, test_dot_backward_x, test_dot_backward_w, test_dot_backward_shapes_x,
    test_dot_backward_shapes_w, test_dot_backward_kinds, test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    da = np.float64(1 if da is None else da)
    return {"x": da * w.T, "w": da * x.T}
