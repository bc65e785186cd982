"""Idea: The output of the forward pass goes back through the layer.
Hint: What goes back is the gradient da, not the value a.
Family: rule
Fails: test_dot_backward, test_dot_backward_x, test_dot_backward_w, test_dot_backward_shapes_x,
    test_dot_backward_shapes_w, test_dot_backward_kinds, test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    da = np.float64(1 if da is None else da)
    a = np.sum(x * w)
    return {"x": da * a * w, "w": da * a * x}
