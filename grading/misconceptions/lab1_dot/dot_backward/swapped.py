"""Idea: The gradient of x comes from x.
Hint: Nudge one pixel: with which number is the nudge multiplied?
Family: rule
Fails: test_dot_backward, test_dot_backward_x, test_dot_backward_w, test_dot_backward_shapes_x,
    test_dot_backward_shapes_w, test_dot_backward_kinds, test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    da = np.float64(1 if da is None else da)
    return {"x": da * x, "w": da * w}
