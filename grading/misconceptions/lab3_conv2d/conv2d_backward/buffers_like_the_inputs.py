"""
Idea: A gradient has the dtype of what it is the gradient of.
Hint: What can an array with the dtype of an integer image hold, such as one made by zeros_like?
Family: number types
Fails: test_conv2d_backward_kinds
"""


def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (N, _, H, W), (n_filters, _, KH, KW) = X.shape, w.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out, W_out = (P.shape[2] - KH) // stride + 1, (P.shape[3] - KW) // stride + 1
    dA = np.ones((N, n_filters, H_out, W_out)) if dA is None else dA
    dP, dw, db = np.zeros_like(P), np.zeros_like(w), np.zeros_like(b)
    for i in range(H_out):
        for j in range(W_out):
            place = np.s_[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            dP[place] = dP[place] + np.tensordot(dA[:, :, i, j], w, axes=(1, 0))
            dw[...] = dw + np.tensordot(dA[:, :, i, j], P[place], axes=(0, 0))
            db[...] = db + dA[:, :, i, j].sum(axis=0)
    dX = dP[:, :, padding : padding + H, padding : padding + W]
    return {"X": dX, "w": dw, "b": db}
