# right
# np.add.at over a table of places
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    starts = np.arange(0, T + 2 * padding - K + 1, stride)
    table = starts[:, None] + np.arange(K)
    if dout is None:
        dout = np.ones((N, O, len(starts)))
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    dw = np.einsum("not,nctk->ock", dout.astype(float), xp[:, :, table])
    dxp = np.zeros(xp.shape)
    np.add.at(dxp, (slice(None), slice(None), table), np.einsum("not,ock->nctk", dout, w))
    return {"x": dxp[:, :, padding : padding + T].copy(), "w": dw}
