"""Idea: An array is true, and None is false.
Hint: What is the truth value of an array with three entries? Ask `dout is None`.
Family: upstream
Fails: test_conv_1d_backward_x, test_conv_1d_backward_w, test_conv_1d_backward_kinds,
    test_conv_1d_backward_untouched
"""


def conv_1d_backward(x, w, dout=None):
    dout = dout or np.ones(len(x))
    k, p = len(w), len(w) // 2
    x_padded = np.pad(x, p)
    dx_padded = np.zeros(len(x_padded))
    dw = np.zeros(k)
    for t in range(len(x)):
        dx_padded[t : t + k] += dout[t] * w
        dw += dout[t] * x_padded[t : t + k]
    return {"x": dx_padded[p : p + len(x)], "w": dw}
