"""Idea: Before the first entry nothing can go wrong.
Hint: Print t + j - p for the first output. Which entry is x[-1]?
Family: counting
Fails: test_conv_1d_backward, test_conv_1d_backward_x, test_conv_1d_backward_w,
    test_conv_1d_backward_lengths_x, test_conv_1d_backward_lengths_w,
    test_conv_1d_backward_kinds, test_conv_1d_backward_untouched
"""


def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    p = len(w) // 2
    dx, dw = np.zeros(len(x)), np.zeros(len(w))
    for t in range(len(x)):
        for j in range(len(w)):
            if -len(x) <= t + j - p < len(x):
                dx[t + j - p] += dout[t] * w[j]
                dw[j] += dout[t] * x[t + j - p]
    return {"x": dx, "w": dw}
