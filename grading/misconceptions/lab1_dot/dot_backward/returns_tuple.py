"""Idea: Two results are returned as a tuple.
Hint: A backward function returns a dict, so that nobody has to remember the order.
Family: form
Fails: test_dot_backward, test_dot_backward_x, test_dot_backward_w, test_dot_backward_shapes_x,
    test_dot_backward_shapes_w, test_dot_backward_kinds, test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    da = np.float64(1 if da is None else da)
    return da * w, da * x
