# dw unrolls dout and multiplies with x.
def conv_1d_unrolled_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    d = np.ones(len(x)) if dout is None else dout.astype(float)
    k = len(w)
    xf = x.astype(float)
    dw = unroll(d, k).T @ xf
    dx = np.zeros(len(x))
    for t in range(len(x)):
        for j in range(k):
            if t - j >= 0:
                dx[t] += d[t - j] * w[j]
    return {'x': dx, 'w': dw}
