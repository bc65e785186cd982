"""Idea: The gradients are just the two inputs, swapped.
Hint: Three things: where does da enter, of what type is a gradient, and whose arrays do you
    return?
Family: upstream
Fails: test_dot_backward_x, test_dot_backward_w, test_dot_backward_kinds,
    test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    if da is None:
        da = 1
    grads = {}
    grads["w"], grads["x"] = x, w
    return grads
