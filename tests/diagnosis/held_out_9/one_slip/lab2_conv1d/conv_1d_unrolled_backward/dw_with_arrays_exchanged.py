# dw unrolls dout and multiplies by x, instead of the other way round.
def conv_1d_unrolled_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x))
    T, k = len(x), len(w)
    dx = np.zeros(T)
    for t in range(T):
        for j in range(k):
            if t + j < T:
                dx[t + j] += dout[t] * w[j]
    dw = unroll(dout, k).T @ x.astype(float)
    return {"x": dx, "w": dw.astype(float)}
