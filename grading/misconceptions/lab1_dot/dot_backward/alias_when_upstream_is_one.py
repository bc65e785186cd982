"""Idea: Times 1 changes nothing, so I skip it.
Hint: The result of a skipped product is the input itself, and the caller may change it.
Family: memory
Fails: test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    dx, dw = w.astype(np.float64, copy=False), x.astype(np.float64, copy=False)
    if da is None:
        return {"x": dx.copy(), "w": dw.copy()}
    if da == 1:
        return {"x": dx, "w": dw}
    return {"x": da * dx, "w": da * dw}
