"""Idea: Without da there is nothing to multiply, so the inputs themselves will do.
Hint: np.asarray makes no copy when the dtype is right already: the caller's += then changes w.
Family: memory
Fails: test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    dx, dw = np.asarray(w, dtype=np.float64), np.asarray(x, dtype=np.float64)
    if da is None:
        return {"x": dx, "w": dw}
    return {"x": da * dx, "w": da * dw}
