"""
Idea: dX is what the windows have collected.
Hint: A gradient has the shape of its array, and X has no padding.
Family: padding
Fails: test_conv2d_backward_padding_X, test_conv2d_backward_together,
    test_conv2d_backward_kinds, test_conv2d_backward_untouched
"""


def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    _, _, KH, KW = w.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out, W_out = (P.shape[2] - KH) // stride + 1, (P.shape[3] - KW) // stride + 1
    dA = np.ones((len(X), len(w), H_out, W_out)) if dA is None else np.asarray(dA, dtype=float)
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    for i in range(H_out):
        for j in range(W_out):
            place = np.s_[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            dP[place] += np.tensordot(dA[:, :, i, j], w, axes=(1, 0))
            dw += np.tensordot(dA[:, :, i, j], P[place], axes=(0, 0))
    return {"X": dP, "w": dw, "b": dA.sum(axis=(0, 2, 3))}
