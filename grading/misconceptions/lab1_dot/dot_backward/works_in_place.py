"""Idea: Multiplying in place saves memory.
Hint: w *= da writes into the caller's filter. Where could the product go instead?
Family: memory
Fails: test_dot_backward_kinds, test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    if da is None:
        return {"x": w.astype(float), "w": x.astype(float)}
    x *= da
    w *= da
    return {"x": w.astype(float), "w": x.astype(float)}
