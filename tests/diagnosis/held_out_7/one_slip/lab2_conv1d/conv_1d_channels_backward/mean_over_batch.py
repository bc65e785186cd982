# dw is divided by the number of lines
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, C, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    g = np.ones((N, O, T_out)) if dout is None else dout
    xp = np.concatenate([np.zeros((N, C, padding)), x, np.zeros((N, C, padding))], axis=2)
    gx, gw = np.zeros(xp.shape), np.zeros(w.shape)
    for k in range(K):
        idx = np.arange(T_out) * stride + k
        gx[:, :, idx] += np.einsum("not,oc->nct", g, w[:, :, k])
        gw[:, :, k] = np.einsum("not,nct->oc", g, xp[:, :, idx]) / N
    return {"x": gx[:, :, padding : T + padding].copy(), "w": gw}
