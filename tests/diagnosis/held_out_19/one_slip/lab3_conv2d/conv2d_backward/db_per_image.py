# db is summed over rows and columns only, not over the images: shape (N, O)
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    p, s = padding, stride
    H_out, W_out = (H - KH + 2 * p) // s + 1, (W - KW + 2 * p) // s + 1
    if dA is None:
        dA = np.ones((N, O, H_out, W_out))
    P = np.pad(X.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    for u in range(KH):
        for v in range(KW):
            tap = np.s_[:, :, u:u + s * H_out:s, v:v + s * W_out:s]
            dw[:, :, u, v] = np.einsum("noij,ncij->oc", dA, P[tap])
            dP[tap] += np.einsum("noij,oc->ncij", dA, w[:, :, u, v])
    db = dA.sum(axis=(2, 3)).astype(float)
    return {"X": dP[:, :, p:p + H, p:p + W].copy(), "w": dw, "b": db}
