"""
Idea: The bias belongs to the filter, so it is added with each product.
Hint: With weights of 0, what should every entry of the map be?
Family: bias
Fails: test_conv2d_forward_bias, test_conv2d_forward_together, test_conv2d_forward_kinds,
    test_conv2d_forward_untouched
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out = (P.shape[2] - w.shape[2]) // stride + 1
    W_out = (P.shape[3] - w.shape[3]) // stride + 1
    A = np.zeros((len(X), len(w), H_out, W_out))
    for u in range(w.shape[2]):
        for v in range(w.shape[3]):
            part = P[:, :, u : u + stride * H_out : stride, v : v + stride * W_out : stride]
            A += np.einsum("ncij,oc->noij", part, w[:, :, u, v]) + b[:, None, None]
    return A
