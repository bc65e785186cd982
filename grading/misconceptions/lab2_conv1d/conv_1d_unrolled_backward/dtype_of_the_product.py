"""Idea: NumPy chooses the dtype.
Hint: Which dtype has a product of two int arrays, and which do gradients have in this lab?
Family: number types
Fails: test_conv_1d_unrolled_backward_kinds
"""


def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones_like(x)
    x_padded = np.concatenate([x, np.zeros(k - 1, dtype=x.dtype)])
    dout_padded = np.concatenate([np.zeros(k - 1, dtype=dout.dtype), dout])
    dx = np.array([np.sum(w[::-1] * dout_padded[s : s + k]) for s in range(T)])
    dw = np.array([np.sum(dout * x_padded[j : j + T]) for j in range(k)])
    return {"x": dx, "w": dw}
