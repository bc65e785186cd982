"""Idea: The array dout is mine to write into.
Hint: Look at dout after the call. Whose array is it?
Family: memory
Fails: test_conv_1d_unrolled_backward_untouched
"""


def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    dx = np.ones(T) if dout is None else np.asarray(dout, dtype=float)
    dout = dx.copy()
    dx *= w[0]
    dw = np.zeros(k)
    dw[0] = np.sum(dout * x)
    for j in range(1, min(k, T)):
        dx[j:] += w[j] * dout[:-j]
        dw[j] = np.sum(dout[:-j] * x[j:])
    return {"x": dx, "w": dw}
