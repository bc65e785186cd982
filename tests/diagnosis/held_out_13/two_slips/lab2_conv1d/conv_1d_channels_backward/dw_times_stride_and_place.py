# dw is multiplied by the stride as if that made up for windows left out, and dx is put at t instead of t * stride.
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
    dout = np.ones((N, O, T_out)) if dout is None else dout
    xp = np.zeros((N, C, T + 2 * padding))
    xp[:, :, padding : padding + T] = x
    dxp = np.zeros(xp.shape)
    dw = np.zeros((O, C, K))
    for t in range(T_out):
        s = t * stride
        dw += stride * np.einsum("no,nck->ock", dout[:, :, t], xp[:, :, s : s + K])
        dxp[:, :, t : t + K] += np.tensordot(dout[:, :, t], w, axes=1)
    return {"x": dxp[:, :, padding : padding + T].copy(), "w": dw}
