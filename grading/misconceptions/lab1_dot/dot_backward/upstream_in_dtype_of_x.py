"""Idea: The upstream gradient becomes an array like x.
Hint: full_like keeps the dtype of x: what becomes of 2.5 among integers?
Family: number types
Fails: test_dot_backward_kinds
"""


def dot_backward(x, w, da=None):
    da = np.full_like(x, 1 if da is None else da)
    return {"x": (da * w).astype(np.float64), "w": (da * x).astype(np.float64)}
