"""Idea: dx is what I added up.
Hint: Compare the shape of dx with the shape of x.
Family: padding
Fails: test_conv_1d_backward_x, test_conv_1d_backward_lengths_x, test_conv_1d_backward_kinds,
    test_conv_1d_backward_untouched
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
    return {"x": dx_padded, "w": dw}
