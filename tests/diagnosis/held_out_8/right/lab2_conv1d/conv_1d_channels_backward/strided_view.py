# right
# sliding_window_view and one slice for each tap
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    T, K = x.shape[2], w.shape[2]
    xp = np.pad(x * 1.0, ((0, 0), (0, 0), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(xp, K, axis=2)[:, :, ::stride]
    if dout is None:
        dout = np.ones((len(x), len(w), win.shape[2]))
    dw = np.einsum('not,nctk->ock', dout, win, dtype=np.float64)
    dxp = np.zeros(xp.shape)
    reach = (win.shape[2] - 1) * stride + 1
    for k in range(K):
        dxp[:, :, k:k + reach:stride] += np.einsum('not,oc->nct', dout, w[:, :, k])
    return dict(x=dxp[:, :, padding:padding + T].copy(), w=dw)
