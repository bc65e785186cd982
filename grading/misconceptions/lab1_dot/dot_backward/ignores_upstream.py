"""Idea: The gradient of x * w is w, and that is all.
Hint: The chain rule has two factors: what comes from further on is multiplied in.
Family: upstream
Fails: test_dot_backward_x, test_dot_backward_w, test_dot_backward_kinds,
    test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    return {"x": w.astype(float), "w": x.astype(float)}
