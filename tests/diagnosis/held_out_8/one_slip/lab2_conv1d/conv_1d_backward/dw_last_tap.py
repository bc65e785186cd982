# dw leaves out the last tap.
def conv_1d_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    if dout is None:
        dout = np.ones_like(x, dtype=float)
    k, T = len(w), len(x)
    h = k // 2
    dx, dw = np.zeros(T), np.zeros(k)
    for t in range(T):
        for j in range(k):
            if 0 <= t + j - h < T:
                dx[t + j - h] += dout[t] * w[j]
    for j in range(k - 1):
        for t in range(T):
            if 0 <= t + j - h < T:
                dw[j] += dout[t] * x[t + j - h]
    return {'x': dx, 'w': dw}
