# dx with the filter the same way round as in the forward pass.
def conv_1d_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    if dout is None:
        dout = np.ones(len(x))
    p = len(w) // 2
    pd = pad_1d(np.asarray(dout, dtype=float), p)
    px = pad_1d(np.asarray(x, dtype=float), p)
    T, k = len(x), len(w)
    dx = np.array([pd[t:t + k] @ w for t in range(T)], dtype=float)
    dw = np.array([px[j:j + T] @ dout for j in range(k)], dtype=float)
    return {'x': dx, 'w': dw}
