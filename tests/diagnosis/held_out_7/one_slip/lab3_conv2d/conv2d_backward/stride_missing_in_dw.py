# dw reads its windows without the stride
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    p, s = padding, stride
    Ho, Wo = (H - KH + 2 * p) // s + 1, (W - KW + 2 * p) // s + 1
    g = np.ones((N, O, Ho, Wo)) if dA is None else dA
    Z = np.zeros((N, C, H + 2 * p, W + 2 * p))
    Z[:, :, p : p + H, p : p + W] = X
    dZ = np.zeros(Z.shape)
    dw = np.zeros(w.shape)
    for u in range(KH):
        for v in range(KW):
            where = np.s_[:, :, u : u + s * Ho : s, v : v + s * Wo : s]
            dZ[where] += np.einsum("nohw,oc->nchw", g, w[:, :, u, v])
            dw[:, :, u, v] = np.einsum("nohw,nchw->oc", g, Z[:, :, u : u + Ho, v : v + Wo])
    return {"X": dZ[:, :, p : p + H, p : p + W].copy(), "w": dw, "b": np.einsum("nohw->o", g).astype(float)}
