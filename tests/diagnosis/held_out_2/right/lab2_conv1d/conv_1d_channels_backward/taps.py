# right
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    n = (T + 2 * padding - K) // stride + 1
    g = np.ones((N, O, n)) if dout is None else np.asarray(dout, dtype=float)
    wide = np.pad(np.asarray(x, dtype=float), ((0, 0), (0, 0), (padding, padding)))
    dwide, dw = np.zeros(wide.shape), np.empty(w.shape)
    for k in range(K):
        there = slice(k, k + (n - 1) * stride + 1, stride)
        dw[:, :, k] = np.tensordot(g, wide[:, :, there], axes=([0, 2], [0, 2]))
        dwide[:, :, there] += np.einsum("not,oc->nct", g, w[:, :, k])
    return dict(x=dwide[:, :, padding:padding + T].copy(), w=dw)
