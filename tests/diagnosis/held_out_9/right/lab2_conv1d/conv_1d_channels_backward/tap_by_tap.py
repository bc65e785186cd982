# right
# Loops over filter taps with strided slices.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    P = (T - K + 2 * padding) // stride + 1
    g = np.ones((N, O, P)) if dout is None else np.array(dout, dtype=float)
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    dxp, dw = np.zeros_like(xp), np.zeros((O, C, K))
    for k in range(K):
        places = k + stride * np.arange(P)
        dw[:, :, k] = np.einsum("nop,ncp->oc", g, xp[:, :, places])
        dxp[:, :, places] += np.einsum("nop,oc->ncp", g, w[:, :, k].astype(float))
    return {"x": dxp[:, :, padding:padding + T], "w": dw}
