"""Idea: Going back is the same convolution, of dout.
Hint: x[s] is in the output before it with which weight? As t goes up, where does the index into
    w go?
Family: orientation
Fails: test_conv_1d_backward_x, test_conv_1d_backward_lengths_x, test_conv_1d_backward_kinds,
    test_conv_1d_backward_untouched
"""


def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    k, n = len(w), len(x)
    x_padded, dout_padded = np.pad(x, k // 2), np.pad(dout, k // 2)
    dx = np.array([np.sum(w * dout_padded[t : t + k]) for t in range(n)], dtype=float)
    dw = np.array([np.sum(dout * x_padded[j : j + n]) for j in range(k)], dtype=float)
    return {"x": dx, "w": dw}
