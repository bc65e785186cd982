"""Idea: The array of the last call can be filled again.
Hint: Keep a first result and call it a second time with other numbers. What has become of the
    first?
Family: memory
Fails: test_conv2d_backward_untouched
"""

_buffers = {}


def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    if w.shape[2] > X.shape[2] + 2 * padding or w.shape[3] > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Filters {w.shape} are larger than images {X.shape} with padding {padding}."
        )
    N, _, H, W = X.shape
    n_filters, _, KH, KW = w.shape
    H_out = (H - KH + 2 * padding) // stride + 1
    W_out = (W - KW + 2 * padding) // stride + 1
    dA = np.ones((N, n_filters, H_out, W_out)) if dA is None else np.asarray(dA, dtype=np.float64)
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dP, dw = np.zeros(P.shape), _buffers.setdefault(w.shape, np.zeros(w.shape))
    dw[:] = 0
    for i in range(H_out):
        for j in range(W_out):
            rows = slice(i * stride, i * stride + KH)
            columns = slice(j * stride, j * stride + KW)
            g = dA[:, :, i, j]
            dP[:, :, rows, columns] += np.tensordot(g, w, axes=(1, 0))  # over the filters
            dw += np.tensordot(g, P[:, :, rows, columns], axes=(0, 0))  # over the images
    dX = dP[:, :, padding : padding + H, padding : padding + W]
    return {"X": dX, "w": dw, "b": dA.sum(axis=(0, 2, 3))}
