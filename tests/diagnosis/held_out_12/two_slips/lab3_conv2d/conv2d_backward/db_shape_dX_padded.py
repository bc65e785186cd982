# The gradient of b keeps all axes (1, O, 1, 1), and dX is returned with its padding.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    """Gradients of `conv2d_forward`.

    Parameters
    ----------
    X : array (N, C, H, W)
    w : array (O, C, KH, KW)
    b : array (O,)
    dA : array (N, O, H_out, W_out), optional
        Upstream gradient; ones if not given.
    stride, padding : int
        As in the forward pass.

    Returns
    -------
    dict
        `{'X': dX, 'w': dw, 'b': db}`, float64, of the shapes of `X`, `w` and `b`.
    """
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    if w.shape[2] > X.shape[2] + 2 * padding or w.shape[3] > X.shape[3] + 2 * padding:
        raise ValueError(
            f"Filters {w.shape} are larger than images {X.shape} with padding {padding}."
        )
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape
    h, v = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    dA = np.ones((N, O, h, v)) if dA is None else dA.astype(float)
    P = np.pad(X.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    for i in range(h):
        for j in range(v):
            s = np.s_[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            dP[s] += np.tensordot(dA[:, :, i, j], w, 1)
            dw += np.tensordot(dA[:, :, i, j].T, P[s], 1)
    return {"X": dP, "w": dw, "b": dA.sum(axis=(0, 2, 3), keepdims=True)}
