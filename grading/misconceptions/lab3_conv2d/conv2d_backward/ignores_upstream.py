"""
Idea: The gradient is the other factor.
Hint: If dA is twice as large, what should happen to your gradients?
Family: upstream
Fails: test_conv2d_backward_X, test_conv2d_backward_w, test_conv2d_backward_b,
    test_conv2d_backward_together, test_conv2d_backward_kinds, test_conv2d_backward_untouched
"""


def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    (N, _, H, W), (n_filters, _, KH, KW) = X.shape, w.shape
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out, W_out = (P.shape[2] - KH) // stride + 1, (P.shape[3] - KW) // stride + 1
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    for i in range(H_out):
        for j in range(W_out):
            place = np.s_[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            dP[place] += w.sum(axis=0)
            dw += P[place].sum(axis=0)
    dX = dP[:, :, padding : padding + H, padding : padding + W]
    return {"X": dX, "w": dw, "b": np.full(n_filters, float(N * H_out * W_out))}
