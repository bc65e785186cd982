# wrong: dx is not cut: T + k long
def conv_1d_unrolled_backward(x, w, dout=None):
    T = len(x)
    k = len(w)
    if dout is None:
        dout = np.ones(T)
    dout = dout.astype(float)
    U = unroll(x, k)
    dw = np.zeros(k)
    for j in range(k):
        dw[j] = np.sum(U[:, j] * dout)
    dx = np.zeros(T + k)
    for t in range(T):
        dx[t:t + k] += dout[t] * w
    return {"x": dx, "w": dw}
