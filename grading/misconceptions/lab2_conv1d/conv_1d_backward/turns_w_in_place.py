"""Idea: w is mine to write into.
Hint: Look at w after the call.
Family: memory
Fails: test_conv_1d_backward_untouched
"""


def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    k, n = len(w), len(x)
    x_padded, dout_padded = np.pad(x, k // 2), np.pad(dout, k // 2)
    w[:] = w[::-1].copy()
    dx = np.array([np.sum(w * dout_padded[t : t + k]) for t in range(n)], dtype=float)
    dw = np.array([np.sum(dout * x_padded[j : j + n]) for j in range(k)], dtype=float)
    return {"x": dx, "w": dw}
