# Cuts the front padding off dx but fills its end from dx[:, :, padding:] without stopping at T, so x has too many columns.
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
    N, C, T = x.shape
    O, _, K = w.shape
    xp = np.pad(np.float64(x), ((0, 0), (0, 0), (padding, padding)))
    T_out = (xp.shape[-1] - K) // stride + 1
    dout = np.ones((N, O, T_out)) if dout is None else np.float64(dout)
    dxp, dw = np.zeros(xp.shape), np.zeros(w.shape)
    for k in range(K):
        place = slice(k, k + stride * (T_out - 1) + 1, stride)
        dxp[:, :, place] += np.einsum("not,oc->nct", dout, w[:, :, k])
        dw[:, :, k] = np.einsum("not,nct->oc", dout, xp[:, :, place])
    return {"x": dxp[:, :, padding:].copy(), "w": dw}
