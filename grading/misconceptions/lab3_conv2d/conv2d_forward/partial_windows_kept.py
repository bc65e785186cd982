"""
Idea: What is left at the end is a window too, with zeros where the image ends.
Hint: Round down: a window that does not fit is dropped.
Family: counting
Fails: test_conv2d_forward_stride, test_conv2d_forward_together
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    _, _, KH, KW = w.shape
    H_out = -((KH - X.shape[2] - 2 * padding) // stride) + 1
    W_out = -((KW - X.shape[3] - 2 * padding) // stride) + 1
    more = (padding, padding + stride)
    P = np.pad(X, ((0, 0), (0, 0), more, more))
    A = np.zeros((len(X), len(w), H_out, W_out))
    for u in range(KH):
        for v in range(KW):
            part = P[:, :, u : u + stride * H_out : stride, v : v + stride * W_out : stride]
            A += np.einsum("ncij,oc->noij", part, w[:, :, u, v])
    return A + b[:, None, None]
