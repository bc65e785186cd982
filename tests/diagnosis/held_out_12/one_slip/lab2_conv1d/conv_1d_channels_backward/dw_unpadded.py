# The gradient of w looks at the unpadded x, shifted by the padding.
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
    if dout is None:
        dout = np.ones((N, O, L))
    xs = np.concatenate([x.astype(float), np.zeros((N, C, 2 * padding))], axis=2)
    dxp = np.zeros((N, C, T + 2 * padding))
    dw = np.zeros((O, C, K))
    for t in range(L):
        a = t * stride
        for n in range(N):
            for o in range(O):
                dxp[n, :, a : a + K] += dout[n, o, t] * w[o]
                dw[o] += dout[n, o, t] * xs[n, :, a : a + K]
    return {"x": dxp[:, :, padding : padding + T].copy(), "w": dw}
