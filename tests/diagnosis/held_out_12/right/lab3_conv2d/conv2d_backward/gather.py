# right: dilates dA and gathers by tensordot with turned filters.
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
    (N, C, H, W), (O, _, KH, KW) = X.shape, w.shape
    h, v = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    g = np.ones((N, O, h, v)) if dA is None else np.array(dA, dtype=float)
    P = np.pad(np.asarray(X, float), [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    wide = np.zeros((N, O, P.shape[2] + KH - 1, P.shape[3] + KW - 1))
    wide[:, :, KH - 1 : KH - 1 + stride * h : stride, KW - 1 : KW - 1 + stride * v : stride][:, :, :h, :v] = g
    look = np.lib.stride_tricks.sliding_window_view
    dP = np.tensordot(look(wide, (KH, KW), (2, 3)), np.asarray(w, float)[:, :, ::-1, ::-1], ([1, 4, 5], [0, 2, 3]))
    dP = np.moveaxis(dP, 3, 1)
    dw = np.tensordot(g, look(P, (KH, KW), (2, 3))[:, :, ::stride, ::stride], ([0, 2, 3], [0, 2, 3]))
    return {"X": dP[:, :, padding : padding + H, padding : padding + W].copy(), "w": dw, "b": np.einsum("nohv->o", g)}
