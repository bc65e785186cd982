# right: dout is spread with zeros between (stride), then dx is a full convolution of it, and dw its correlation with the padded x
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    L = T + 2 * padding - K + 1
    spread = np.zeros((N, O, L))
    spread[:, :, ::stride] = 1.0 if dout is None else dout
    view = np.lib.stride_tricks.sliding_window_view
    around = np.pad(spread, ((0, 0), (0, 0), (K - 1, K - 1)))
    dP = np.einsum("notk,ock->nct", view(around, K, axis=2), w[:, :, ::-1].astype(float))
    P = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding)))
    dw = np.einsum("not,nckt->ock", spread, view(P, L, axis=2))
    return {"x": dP[:, :, padding : padding + T].copy(), "w": dw}
