# Computes dx as the same convolution of dout with w, without turning the filter round.
def conv_1d_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    if dout is not None and dout.shape != x.shape:
        raise ValueError(f"expected dout of the shape of x, {x.shape}, got {dout.shape}")
    if dout is None:
        dout = np.ones(len(x))
    k = len(w)
    p = k // 2
    dx = conv_1d(np.asarray(dout, dtype=np.float64), w)
    x_padded = pad_1d(x.astype(np.float64), p)
    dw = np.array([x_padded[j : j + len(x)] @ dout for j in range(k)])
    return {"x": dx, "w": dw}
