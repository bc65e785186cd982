"""Idea: A gradient has the dtype of its input.
Hint: Which dtype do gradients have if x and w hold ints? `np.zeros_like` and `.astype(x.dtype)`
    take over that of x.
Family: number types
Fails: test_conv_1d_backward_kinds
"""


def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    p = len(w) // 2
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    for t in range(len(x)):
        for j in range(len(w)):
            if 0 <= t + j - p < len(x):
                dx[t + j - p] += (dout[t] * w[j]).astype(dx.dtype)
                dw[j] += (dout[t] * x[t + j - p]).astype(dw.dtype)
    return {"x": dx, "w": dw}
