"""Idea: On the way back it does not matter which way round the filter lies.
Hint: Which weight did x[2] meet in output 2, and which in output 1? Is it the other way round in
    yours?
Family: orientation
Fails: test_conv_1d_unrolled_backward_x, test_conv_1d_unrolled_backward_lengths_x,
    test_conv_1d_unrolled_backward_kinds, test_conv_1d_unrolled_backward_untouched
"""


def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    x_padded = np.concatenate([x, np.zeros(k - 1)])
    dout_padded = np.concatenate([np.zeros(k - 1), dout])
    dx = np.array([np.sum(w * dout_padded[s : s + k]) for s in range(T)], dtype=float)
    dw = np.array([np.sum(dout * x_padded[j : j + T]) for j in range(k)], dtype=float)
    return {"x": dx, "w": dw}
