"""Idea: The chain rule divides by the change of a.
Hint: If the loss rises three times as fast as a, what does a nudge of x do to the loss?
Family: upstream
Fails: test_dot_backward_x, test_dot_backward_w, test_dot_backward_kinds,
    test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    if da is None:
        da = 1.0
    scale = 0.0 if da == 0 else 1.0 / np.float64(da)
    return {"x": scale * w, "w": scale * x}
