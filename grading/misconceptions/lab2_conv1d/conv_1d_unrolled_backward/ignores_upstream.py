"""Idea: The gradient of the sum is the gradient.
Hint: Double `dout`. What does your answer do, and what should it do?
Family: upstream
Fails: test_conv_1d_unrolled_backward_x, test_conv_1d_unrolled_backward_w,
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
        dx_padded[t : t + k] += w
        dw += x_padded[t : t + k]
    return {"x": dx_padded[:T], "w": dw}
