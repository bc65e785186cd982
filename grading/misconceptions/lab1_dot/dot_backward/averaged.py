"""Idea: The upstream gradient is shared out among the products.
Hint: An addition hands its whole gradient to every term.
Family: scale
Fails: test_dot_backward, test_dot_backward_x, test_dot_backward_w, test_dot_backward_shapes_x,
    test_dot_backward_shapes_w, test_dot_backward_kinds, test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    da = np.float64(1 if da is None else da) / x.size
    return {"x": da * w, "w": da * x}
