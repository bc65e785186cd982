# the guard is t + j < T - 1, so the last input never counts
def conv_1d_unrolled_backward(x, w, dout=None):
    if dout is None:
        dout = np.ones(len(x), dtype=np.float64)
    T = len(x)
    last = T - 1
    dx = np.zeros(T)
    dw = np.zeros(len(w))
    for t in range(T):
        for j in range(len(w)):
            if t + j < last:
                dx[t + j] += dout[t] * w[j]
                dw[j] += dout[t] * x[t + j]
    return {"x": dx, "w": dw}
