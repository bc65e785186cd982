# dw pairs dout with x from the other end.
def conv_1d_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    if dout is None:
        dout = np.ones(x.shape)
    K = len(w)
    half = K // 2
    xp = pad_1d(x.astype(float), half)
    dxp = np.zeros(len(xp))
    dw = np.zeros(K)
    for t in range(len(x)):
        dxp[t:t + K] += w * dout[t]
        dw += xp[t:t + K] * dout[len(x) - 1 - t]
    return {'x': dxp[half:half + len(x)].copy(), 'w': dw}
