"""Idea: The forward pass sums, so the backward pass does too.
Hint: Each entry of x has a slope of its own: the gradient has the shape of x.
Family: sums
Fails: test_dot_backward, test_dot_backward_x, test_dot_backward_w, test_dot_backward_shapes_x,
    test_dot_backward_shapes_w, test_dot_backward_kinds, test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    da = np.float64(1 if da is None else da)
    return {"x": np.sum(da * w), "w": np.sum(da * x)}
