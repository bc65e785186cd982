# In dw a tap is stride pixels further on, not one.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    h, v = (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1
    g = np.ones((N, O, h, v)) if dA is None else dA.astype(float)
    more = stride * max(KH, KW)
    wide = np.pad(X, ((0, 0), (0, 0), (padding, padding + more), (padding, padding + more)))
    back = np.zeros(wide.shape)
    dw = np.zeros(w.shape)
    for p in range(KH):
        for q in range(KW):
            tap = wide[:, :, p * stride:, q * stride:][:, :, :h * stride:stride, :v * stride:stride]
            dw[:, :, p, q] = np.einsum("nohv,nchv->oc", g, tap)
            here = back[:, :, p:p + h * stride:stride, q:q + v * stride:stride]
            here += np.einsum("nohv,oc->nchv", g, w[:, :, p, q])
    return {"X": back[:, :, padding:padding + H, padding:padding + W].copy(), "w": dw, "b": g.sum(axis=(0, 2, 3))}
