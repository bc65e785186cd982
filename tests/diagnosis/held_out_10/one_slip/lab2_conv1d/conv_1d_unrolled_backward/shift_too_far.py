# Every share of dx lands one place too far to the right.
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = x.size, w.size
    g = np.ones(T) if dout is None else dout * 1.0
    dx = np.zeros(T)
    dw = np.zeros(k)
    for j in range(k):
        dx[j + 1:] += w[j] * g[:max(T - j - 1, 0)]
        dw[j] = x[j:] @ g[:max(T - j, 0)]
    return {"x": dx, "w": dw}
