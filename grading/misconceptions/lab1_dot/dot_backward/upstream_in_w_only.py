"""Idea: Only weights are trained, so only their gradient needs da.
Hint: The layer before yours gets your gradient of x as its upstream gradient.
Family: upstream
Fails: test_dot_backward_x, test_dot_backward_kinds, test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    dx, dw = np.array(w, dtype=float), np.array(x, dtype=float)
    if da is not None:
        dw *= da
    return {"x": dx, "w": dw}
