# with padding dX keeps its padded shape (nothing is cut off); and db is summed over the images only, shape (O, H_out, W_out)
import numpy as np
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    P = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    _, _, a, c = w.shape
    Ho, Wo = (P.shape[2] - a) // stride + 1, (P.shape[3] - c) // stride + 1
    if dA is None:
        dA = np.ones((len(X), len(w), Ho, Wo))
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    for i in range(Ho):
        for j in range(Wo):
            where = np.s_[:, :, i * stride:i * stride + a, j * stride:j * stride + c]
            dP[where] += np.einsum('no,ocuv->ncuv', dA[:, :, i, j], w)
            dw += np.einsum('no,ncuv->ocuv', dA[:, :, i, j], P[where])
    return {'X': dP, 'w': dw, 'b': dA.sum(axis=0).astype(float)}
