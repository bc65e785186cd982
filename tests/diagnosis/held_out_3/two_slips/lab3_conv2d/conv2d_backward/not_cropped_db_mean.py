# wrong: dX keeps its padding; db is the mean over images and places
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    O, C, kh, kw = w.shape
    P = np.pad(X.astype(float), [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2])
    h, v = (P.shape[2] - kh) // stride + 1, (P.shape[3] - kw) // stride + 1
    up = np.ones((len(X), O, h, v)) if dA is None else dA.astype(float)
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    for u in range(kh):
        for t in range(kw):
            sl = np.s_[:, :, u:u + stride * (h - 1) + 1:stride, t:t + stride * (v - 1) + 1:stride]
            dw[:, :, u, t] = np.einsum("nohv,nchv->oc", up, P[sl])
            dP[sl] += np.einsum("nohv,oc->nchv", up, w[:, :, u, t])
    return {"X": dP, "w": dw, "b": up.mean(axis=(0, 2, 3))}
