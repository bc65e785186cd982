# dx unrolls dout to the right; both gradients keep the dtype of the inputs
def conv_1d_unrolled_backward(x, w, dout=None):
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    dx = np.zeros(T, dtype=x.dtype)
    dw = np.zeros(k, dtype=w.dtype)
    for j in range(k):
        for t in range(T - j):
            dx[t] += w[j] * dout[t + j]
            dw[j] += x[t + j] * dout[t]
    return {"x": dx, "w": dw}
