"""Idea: A float32 input has a float32 gradient.
Hint: Which dtype do gradients have in this lab, whatever the inputs are?
Family: number types
Fails: test_conv_1d_backward_kinds
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
    if x.dtype == np.float32:
        dw = dw.astype(np.float32)
    return {"x": dx_padded[p : p + len(x)], "w": dw}
