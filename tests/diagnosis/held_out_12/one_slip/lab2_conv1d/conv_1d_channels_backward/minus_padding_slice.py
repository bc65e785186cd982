# Cuts off the padding with [padding:-padding], which leaves nothing when padding is 0.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    """Gradients of `conv_1d_channels`.

    Parameters
    ----------
    x : array (N, C, T)
    w : array (O, C, K)
    dout : array (N, O, T_out), optional
        Upstream gradient. Ones by default.
    stride, padding : int
        As in the forward pass.

    Returns
    -------
    dict
        ``{'x': array (N, C, T), 'w': array (O, C, K)}``, both float64.
    """
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
    L = (T - K + 2 * padding) // stride + 1
    g = np.ones((N, O, L)) if dout is None else dout.astype(float)
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    dx, dw = np.zeros(xp.shape), np.zeros(w.shape)
    for t in range(L):
        win = slice(t * stride, t * stride + K)
        dw += np.einsum("no,nck->ock", g[:, :, t], xp[:, :, win])
        dx[:, :, win] += np.einsum("no,ock->nck", g[:, :, t], w)
    return {"x": dx[:, :, padding:-padding], "w": dw}
