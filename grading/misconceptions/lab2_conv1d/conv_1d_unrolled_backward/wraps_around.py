"""Idea: Before its first entry dout begins anew with its last.
Hint: What comes in at the left end when you roll?
Family: counting
Fails: test_conv_1d_unrolled_backward_x, test_conv_1d_unrolled_backward_lengths_x,
    test_conv_1d_unrolled_backward_kinds, test_conv_1d_unrolled_backward_untouched
"""


def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    dx = np.zeros(T)
    for j in range(k):
        dx += w[j] * np.roll(dout, j)
    x_padded = np.concatenate([x, np.zeros(k - 1)])
    dw = np.array([np.sum(dout * x_padded[j : j + T]) for j in range(k)], dtype=float)
    return {"x": dx, "w": dw}
