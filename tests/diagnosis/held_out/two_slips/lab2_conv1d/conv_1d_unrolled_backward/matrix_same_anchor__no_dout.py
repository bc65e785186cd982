# wrong: dx by unroll(dout) @ w: the anchor is not reversed; dw ignores dout
def conv_1d_unrolled_backward(x, w, dout=None):
    T = len(x)
    k = len(w)
    if dout is None:
        dout = np.ones(T)
    dout = dout.astype(float)
    U = unroll(x, k)
    dw = np.zeros(k)
    for j in range(k):
        dw[j] = np.sum(U[:, j])
    dx = np.zeros(T + k)
    for t in range(T):
        dx[t:t + k] += dout[t] * w
    dx = unroll(dout, k) @ w
    return {"x": dx[:T], "w": dw}
