"""Idea: A gradient's size counts.
Hint: A negative upstream gradient turns all directions around.
Family: upstream
Fails: test_dot_backward_x, test_dot_backward_w, test_dot_backward_kinds,
    test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    da = np.float64(1 if da is None else abs(da))
    return {"x": w * da, "w": x * da}
