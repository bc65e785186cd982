# wrong: dx from the first filter only
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    L = (T + 2 * padding - K) // stride + 1
    if dout is None:
        dout = np.ones((N, O, L))
    P = np.pad(x, ((0, 0), (0, 0), (padding, padding))).astype(float)
    dP = np.zeros((N, C, T + 2 * padding))
    dw = np.zeros((O, C, K))
    for k in range(K):
        seen = P[:, :, k:k + stride * (L - 1) + 1:stride]
        dw[:, :, k] = np.einsum("not,nct->oc", dout, seen)
        dP[:, :, k:k + stride * (L - 1) + 1:stride] += np.einsum("nt,c->nct", dout[:, 0], w[0, :, k])
    dx = dP[:, :, padding:padding + T]
    return {"x": dx, "w": dw}
