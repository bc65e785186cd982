"""Idea: The names of gradients begin with d.
Hint: The keys are the names of the inputs: 'x' and 'w'.
Family: form
Fails: test_dot_backward, test_dot_backward_x, test_dot_backward_w, test_dot_backward_shapes_x,
    test_dot_backward_shapes_w, test_dot_backward_kinds, test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    da = np.float64(1 if da is None else da)
    return {"dx": da * w, "dw": da * x}
