# Where a window hangs over the left end, dx gets the first weights, not the last ones.
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    (N, C, T), (O, _, K) = x.shape, w.shape
    L = (T - K + 2 * padding) // stride + 1
    dout = np.ones((N, O, L)) if dout is None else dout
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    dx = np.zeros((N, C, T))
    dw = np.zeros((O, C, K))
    for t in range(L):
        g = dout[:, :, t]
        dw += np.einsum("no,nck->ock", g, xp[:, :, t * stride:t * stride + K])
        lo = max(t * stride - padding, 0)
        hi = max(min(t * stride - padding + K, T), lo)
        dx[:, :, lo:hi] += np.einsum("no,ock->nck", g, w[:, :, :hi - lo])
    return {"x": dx, "w": dw}
