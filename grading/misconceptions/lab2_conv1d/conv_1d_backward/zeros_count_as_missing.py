"""Idea: If there is no upstream gradient, it is ones.
Hint: An upstream gradient of zeros is there, and it says that nothing matters. How do you ask
    for None?
Family: upstream
Fails: test_conv_1d_backward_x, test_conv_1d_backward_w
"""


def conv_1d_backward(x, w, dout=None):
    if dout is None or not np.any(dout):
        dout = np.ones(len(x))
    k, p = len(w), len(w) // 2
    x_padded = np.pad(x, p)
    dx_padded = np.zeros(len(x_padded))
    dw = np.zeros(k)
    for t in range(len(x)):
        dx_padded[t : t + k] += dout[t] * w
        dw += dout[t] * x_padded[t : t + k]
    return {"x": dx_padded[p : p + len(x)], "w": dw}
