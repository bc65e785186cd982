"""Idea: The patch is square.
Hint: Which of the two axes does len(x) measure?
Family: axes
Fails: test_dot_backward_shapes_x, test_dot_backward_shapes_w
"""


def dot_backward(x, w, da=None):
    da = 1.0 if da is None else da
    n = len(x)
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    for i in range(n):
        for j in range(n):
            dx[i, j] = da * w[i, j]
            dw[i, j] = da * x[i, j]
    return {"x": dx, "w": dw}
