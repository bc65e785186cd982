"""
Idea: np.pad(X, padding) pads, and the loops run over the images that there were.
Hint: How many images do you have after padding, and how many channels?
Family: padding
Fails: test_conv2d_forward_padding, test_conv2d_forward_together, test_conv2d_forward_kinds,
    test_conv2d_forward_untouched
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    N, _, H, W = X.shape
    n_filters, _, KH, KW = w.shape
    P = np.pad(X, padding)
    H_out, W_out = (H - KH + 2 * padding) // stride + 1, (W - KW + 2 * padding) // stride + 1
    A = np.zeros((N, n_filters, H_out, W_out))
    for n in range(N):
        for o in range(n_filters):
            for i in range(H_out):
                for j in range(W_out):
                    top, left = i * stride, j * stride
                    window = P[n, :, top : top + KH, left : left + KW]
                    A[n, o, i, j] = np.sum(window * w[o]) + b[o]
    return A
