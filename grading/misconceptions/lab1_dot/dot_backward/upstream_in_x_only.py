"""Idea: da belongs to the layer's input, not to its weights.
Hint: The loss depends on w through a as well.
Family: upstream
Fails: test_dot_backward_w, test_dot_backward_kinds, test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    da = 1.0 if da is None else float(da)
    return {"x": da * w.astype(np.float64), "w": x.astype(np.float64)}
