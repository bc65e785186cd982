# dx reads dout to the right of each entry, as forward reads x
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    dout = np.ones(T) if dout is None else dout
    dx, dw = np.zeros(T), np.zeros(k)
    for t in range(T):
        for j in range(k):
            if t + j < T:
                dx[t] += dout[t + j] * w[j]
                dw[j] += dout[t] * x[t + j]
    return {"x": dx, "w": dw}
