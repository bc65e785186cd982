"""
Idea: Height and width need no telling apart.
Hint: `N x C x H x W` and `O x C x KH x KW`: height comes first. Only images and filters that are
    not square can tell.
Family: axes
Fails: test_conv2d_backward_together
"""


def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (N, _, H, W), (n_filters, _, KH, KW) = X.shape, w.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out, W_out = (P.shape[2] - KH) // stride + 1, (P.shape[3] - KW) // stride + 1
    dA = np.ones((N, n_filters, H_out, W_out)) if dA is None else np.asarray(dA, dtype=float)
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    taps = [(u, v) for u in range(KW) for v in range(KH)]
    for (u, v), (row, column) in zip(taps, np.ndindex(KH, KW), strict=True):
        ends = u + stride * H_out, v + stride * W_out
        under = np.s_[:, :, u : ends[0] : stride, v : ends[1] : stride]
        h, k = P[under].shape[2:]
        g = dA[:, :, :h, :k]
        dP[under] += np.einsum("noij,oc->ncij", g, w[:, :, row, column])
        dw[:, :, row, column] = np.einsum("noij,ncij->oc", g, P[under])
    dX = dP[:, :, padding : padding + H, padding : padding + W]
    return {"X": dX, "w": dw, "b": dA.sum(axis=(0, 2, 3))}
