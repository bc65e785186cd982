# tap by tap each strided slice of dx is assigned with = and not added, so where windows overlap only the last tap counts
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    g = np.ones((N, O, T_out)) if dout is None else dout * 1.0
    xp = np.zeros((N, C, T + 2 * padding))
    xp[:, :, padding:T + padding] = x
    dxp, dw = np.zeros_like(xp), np.zeros(w.shape)
    for j in range(K):
        tap = slice(j, j + (T_out - 1) * stride + 1, stride)
        dw[:, :, j] = np.einsum('not,nct->oc', g, xp[:, :, tap])
        dxp[:, :, tap] = np.einsum('not,oc->nct', g, w[:, :, j])
    return {'x': dxp[:, :, padding:T + padding], 'w': dw}
