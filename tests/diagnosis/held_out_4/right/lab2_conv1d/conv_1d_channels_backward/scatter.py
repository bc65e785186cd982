# right
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    To = (T - K + 2 * padding) // stride + 1
    g = np.ones((N, O, To)) if dout is None else np.asarray(dout, dtype=float)
    grid = np.arange(To)[:, None] * stride + np.arange(K)[None]
    xp = np.zeros((N, C, T + 2 * padding))
    xp[..., padding : padding + T] = x
    dw = np.einsum("not,nctk->ock", g, xp[:, :, grid])
    dxp = np.zeros_like(xp)
    np.add.at(dxp, (slice(None), slice(None), grid), np.einsum("not,ock->nctk", g, w))
    return {"x": dxp[..., padding : padding + T].copy(), "w": dw}
