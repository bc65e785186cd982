"""Idea: The upstream gradient belongs in the dict as well.
Hint: The dict holds the gradient of each array that forward takes. Is da one of those?
Family: form
Fails: test_dot_backward_kinds, test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    da = 1.0 if da is None else da
    return {"x": da * w.astype(np.float64), "w": da * x.astype(np.float64), "da": da}
