"""Idea: Moved by k - 1 places it is the same gradient.
Hint: x[0] went into one output only. How many does your dx[0] use? At which end did the forward
    pass put its zeros?
Family: padding
Fails: test_conv_1d_unrolled_backward_x, test_conv_1d_unrolled_backward_lengths_x,
    test_conv_1d_unrolled_backward_kinds, test_conv_1d_unrolled_backward_untouched
"""


def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    x_padded = np.concatenate([x, np.zeros(k - 1)])
    dx_padded = np.zeros(T + k - 1)
    dw = np.zeros(k)
    for t in range(T):
        dx_padded[t : t + k] += dout[t] * w
        dw += dout[t] * x_padded[t : t + k]
    return {"x": dx_padded[k - 1 :], "w": dw}
