"""Idea: What has the dtype of x can hold the gradient of x.
Hint: An array of integers, such as zeros_like(x) of integers, cuts off what stands behind the
    point.
Family: number types
Fails: test_dot_backward_kinds
"""


def dot_backward(x, w, da=None):
    da = 1 if da is None else da
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    dx[:] = da * w
    dw[:] = da * x
    return {"x": dx.astype(np.float64), "w": dw.astype(np.float64)}
