# wrong: dx is overwritten for each entry of w, not added up
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    dout = np.ones(T) if dout is None else dout
    dx, dw = np.zeros(T), np.zeros(k)
    for j in range(min(k, T)):
        dw[j] = dout[: T - j] @ x[j:]
        dx[j:] = w[j] * dout[: T - j]
    return dict(x=dx, w=dw)
