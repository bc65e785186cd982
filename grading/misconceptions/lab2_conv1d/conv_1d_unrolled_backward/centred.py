"""Idea: The gradient of task 4 is good for this one too.
Hint: The windows start elsewhere now. Which outputs is x[0] in?
Family: counting
Fails: test_conv_1d_unrolled_backward, test_conv_1d_unrolled_backward_x,
    test_conv_1d_unrolled_backward_w, test_conv_1d_unrolled_backward_lengths_x,
    test_conv_1d_unrolled_backward_lengths_w, test_conv_1d_unrolled_backward_kinds,
    test_conv_1d_unrolled_backward_untouched
"""


def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    p = k // 2
    x_padded = np.pad(x, (p, k - 1 - p))
    dx_padded = np.zeros(T + k - 1)
    dw = np.zeros(k)
    for t in range(T):
        dx_padded[t : t + k] += dout[t] * w
        dw += dout[t] * x_padded[t : t + k]
    return {"x": dx_padded[p : p + T], "w": dw}
