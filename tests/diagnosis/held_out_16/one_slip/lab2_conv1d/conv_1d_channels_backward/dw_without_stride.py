# dw reads the windows from t, not from t * stride, on
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    P = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    To = (P.shape[2] - K) // stride + 1
    if dout is None:
        dout = np.ones((N, O, To))
    dP = np.zeros(P.shape)
    dw = np.zeros(w.shape)
    for t in range(To):
        g = dout[:, :, t].astype(float)
        dP[:, :, t * stride : t * stride + K] += np.einsum("no,ock->nck", g, w)
        dw += np.einsum("no,nck->ock", g, P[:, :, t : t + K])
    return {"x": dP[:, :, padding : padding + T].copy(), "w": dw}
