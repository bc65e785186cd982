"""Idea: Moved by k - 1 places it is the same gradient.
Hint: x[0] went into one output only. How many does your dx[0] use? At which end did the forward
    pass put its zeros?
Family: orientation
Fails: test_conv_1d_unrolled_backward_x, test_conv_1d_unrolled_backward_lengths_x,
    test_conv_1d_unrolled_backward_kinds, test_conv_1d_unrolled_backward_untouched
"""


def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    x_padded = np.concatenate([x, np.zeros(k - 1)])
    dout_padded = np.concatenate([dout, np.zeros(k - 1)])
    dx = np.array([np.sum(w[::-1] * dout_padded[s : s + k]) for s in range(T)], dtype=float)
    dw = np.array([np.sum(dout * x_padded[j : j + T]) for j in range(k)], dtype=float)
    return {"x": dx, "w": dw}
