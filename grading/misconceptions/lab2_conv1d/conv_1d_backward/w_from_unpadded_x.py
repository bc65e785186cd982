"""Idea: dw[j] pairs dout with x, moved by j.
Hint: In the forward pass w[0] met the padded line. Which entry of x did it meet in output 1?
Family: padding
Fails: test_conv_1d_backward_w, test_conv_1d_backward_lengths_w, test_conv_1d_backward_kinds,
    test_conv_1d_backward_untouched
"""


def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    k, p, n = len(w), len(w) // 2, len(x)
    dx_padded = np.zeros(n + 2 * p)
    for t in range(n):
        dx_padded[t : t + k] += dout[t] * w
    dw = np.array([np.sum(dout[: max(n - j, 0)] * x[j:]) for j in range(k)], dtype=float)
    return {"x": dx_padded[p : p + n], "w": dw}
