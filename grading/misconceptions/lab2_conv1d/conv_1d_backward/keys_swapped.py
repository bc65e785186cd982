"""Idea: x gets what has x in it.
Hint: Compare the shape of each gradient with the shape of what it is the gradient of.
Family: rule
Fails: test_conv_1d_backward, test_conv_1d_backward_x, test_conv_1d_backward_w,
    test_conv_1d_backward_lengths_x, test_conv_1d_backward_lengths_w,
    test_conv_1d_backward_kinds, test_conv_1d_backward_untouched
"""


def conv_1d_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    k, p = len(w), len(w) // 2
    x_padded = np.pad(x, p)
    dx_padded = np.zeros(len(x_padded))
    dw = np.zeros(k)
    for t in range(len(x)):
        dx_padded[t : t + k] += dout[t] * w
        dw += dout[t] * x_padded[t : t + k]
    return {"x": dw, "w": dx_padded[p : p + len(x)]}
