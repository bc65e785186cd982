"""Idea: Moving by j is `dout[:-j]`.
Hint: dx gets nothing from w[0]. What is `dout[:-0]`?
Family: counting
Fails: test_conv_1d_unrolled_backward_x, test_conv_1d_unrolled_backward_lengths_x,
    test_conv_1d_unrolled_backward_kinds, test_conv_1d_unrolled_backward_untouched
"""


def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    dx, dw = np.zeros(T), np.zeros(k)
    for j in range(min(k, T)):
        part = dout[:-j]
        dx[j : j + len(part)] += w[j] * part
        dw[j] = np.sum(dout[: T - j] * x[j:])
    return {"x": dx, "w": dw}
