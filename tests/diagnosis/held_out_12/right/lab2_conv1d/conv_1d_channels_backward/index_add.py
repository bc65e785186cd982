# right: index matrix and np.add.at.
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
    L = (x.shape[2] - w.shape[2] + 2 * padding) // stride + 1
    g = np.ones((len(x), len(w), L)) if dout is None else np.array(dout, dtype=float)
    z = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    where = stride * np.arange(L)[:, None] + np.arange(w.shape[2])
    dz = np.zeros(z.shape)
    np.add.at(dz, (slice(None), slice(None), where), np.einsum("not,ock->nctk", g, w.astype(float)))
    return {
        "x": dz[:, :, padding : dz.shape[2] - padding].copy(),
        "w": np.einsum("not,nctk->ock", g, z[:, :, where]),
    }
