"""Idea: If there is no upstream gradient, it is ones.
Hint: An upstream gradient of zeros is there, and it says that nothing matters. How do you ask
    for None?
Family: upstream
Fails: test_conv_1d_unrolled_backward_x, test_conv_1d_unrolled_backward_w
"""


def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None or not dout.any():
        dout = np.ones(T)
    x_padded = np.concatenate([x, np.zeros(k - 1)])
    dx_padded = np.zeros(T + k - 1)
    dw = np.zeros(k)
    for t in range(T):
        dx_padded[t : t + k] += dout[t] * w
        dw += dout[t] * x_padded[t : t + k]
    return {"x": dx_padded[:T], "w": dw}
