"""
Idea: dw needs windows of X, and X is the image that I was given.
Hint: Which pixels did the first window of the forward pass hold? Was padding among them?
Family: padding
Fails: test_conv2d_backward_padding_w, test_conv2d_backward_together,
    test_conv2d_backward_kinds, test_conv2d_backward_untouched
"""


def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (N, _, H, W), (n_filters, _, KH, KW) = X.shape, w.shape
    H_out = (H + 2 * padding - KH) // stride + 1
    W_out = (W + 2 * padding - KW) // stride + 1
    dA = np.ones((N, n_filters, H_out, W_out)) if dA is None else np.asarray(dA, dtype=float)
    dP = np.zeros((*X.shape[:2], H + 2 * padding, W + 2 * padding))
    dw = np.zeros(w.shape)
    for i in range(H_out):
        for j in range(W_out):
            place = np.s_[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            dP[place] += np.tensordot(dA[:, :, i, j], w, axes=(1, 0))
            window = X[place]
            h, k = window.shape[2:]
            dw[:, :, :h, :k] += np.tensordot(dA[:, :, i, j], window, axes=(0, 0))
    dX = dP[:, :, padding : padding + H, padding : padding + W]
    return {"X": dX, "w": dw, "b": dA.sum(axis=(0, 2, 3))}
