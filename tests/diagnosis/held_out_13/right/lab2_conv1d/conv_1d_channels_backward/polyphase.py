# right: works with scatter by np.add.at over a flat index of times, no slices at all.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    if x.ndim != 3 or w.ndim != 3 or x.shape[1] != w.shape[1]:
        raise ValueError(f"expected x (N, C, T) and w (O, C, K), got {x.shape} and {w.shape}")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    if w.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError(f"w {w.shape} is too long for x {x.shape} with padding {padding}")
    T_out = (x.shape[2] - w.shape[2] + 2 * padding) // stride + 1
    if dout is not None and dout.shape != (len(x), len(w), T_out):
        raise ValueError(f"expected dout of shape {(len(x), len(w), T_out)}, got {dout.shape}")
    (N, C, T), (O, _, K) = x.shape, w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    g = np.ones((N, O, T_out)) if dout is None else dout.astype(np.float64)
    times = stride * np.arange(T_out)[:, None] + np.arange(K) - padding  # (T_out, K)
    ok = (times >= 0) & (times < T)
    t_safe = times.clip(0, T - 1)
    windows = np.where(ok, x[:, :, t_safe], 0.0)  # (N, C, T_out, K)
    dw = np.einsum("not,nctk->ock", g, windows)
    shares = np.einsum("not,ock->tknc", g, w) * ok[:, :, None, None]
    dx = np.zeros((T, N, C))
    np.add.at(dx, t_safe, shares)
    return {"x": dx.transpose(1, 2, 0).copy(), "w": dw}
