# db is the mean of dA over images and places instead of the sum
import numpy as np
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    s, p = stride, padding
    N, C, H, W = X.shape
    O, _, kh, kw = w.shape
    Ho, Wo = (H + 2 * p - kh) // s + 1, (W + 2 * p - kw) // s + 1
    g = np.ones((N, O, Ho, Wo)) if dA is None else dA.astype(np.float64)
    P = np.pad(X.astype(np.float64), ((0, 0), (0, 0), (p, p), (p, p)))
    dP, dw = np.zeros_like(P), np.zeros(w.shape)
    for u in range(kh):
        for v in range(kw):
            rows, cols = slice(u, u + s * Ho, s), slice(v, v + s * Wo, s)
            dw[:, :, u, v] = np.einsum('noij,ncij->oc', g, P[:, :, rows, cols])
            dP[:, :, rows, cols] += np.einsum('noij,oc->ncij', g, w[:, :, u, v])
    return {'X': dP[:, :, p:p + H, p:p + W].copy(), 'w': dw, 'b': g.mean(axis=(0, 2, 3))}
