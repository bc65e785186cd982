# right
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    L = (T + 2 * padding - K) // stride + 1
    g = np.ones((N, O, L)) if dout is None else np.asarray(dout, float)
    place = stride * np.arange(L)[:, None] + np.arange(K)
    wide = np.pad(x.astype(float), [(0, 0), (0, 0), (padding, padding)])
    back = np.zeros(wide.shape)
    np.add.at(back, (slice(None), slice(None), place), np.einsum('not,ock->nctk', g, w))
    return {'x': back[:, :, padding:padding + T].copy(), 'w': np.einsum('not,nctk->ock', g, wide[:, :, place])}
