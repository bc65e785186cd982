"""
Idea: dA is mine to write into.
Hint: Whose array is dA, and might somebody need it after you?
Family: memory
Fails: test_conv2d_backward_untouched
"""


def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (N, _, H, W), (n_filters, _, KH, KW) = X.shape, w.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out, W_out = (P.shape[2] - KH) // stride + 1, (P.shape[3] - KW) // stride + 1
    dA = np.ones((N, n_filters, H_out, W_out)) if dA is None else dA
    db = dA.sum(axis=(0, 2, 3), dtype=float)
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    for i in range(H_out):
        for j in range(W_out):
            place = np.s_[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            dP[place] += np.tensordot(dA[:, :, i, j], w, axes=(1, 0))
            dw += np.tensordot(dA[:, :, i, j], P[place], axes=(0, 0))
            dA[:, :, i, j] = 0
    dX = dP[:, :, padding : padding + H, padding : padding + W]
    return {"X": dX, "w": dw, "b": db}
