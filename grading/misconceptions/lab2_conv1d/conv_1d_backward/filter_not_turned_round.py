"""Idea: On the way back it does not matter which way round the filter lies.
Hint: x[s] is in the output before it with which weight? In a convolution of dout the filter is
    turned round; where each output hands its window its share, w lies as it is. Which of the two is
    yours?
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
