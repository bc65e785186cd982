# right: the way back by matrix products of im2col, and a scatter of the columns with np.add.at into an index image made by im2col too.
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
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
    HO = (H - KH + 2 * padding) // stride + 1
    WO = (W - KW + 2 * padding) // stride + 1
    if dA is None:
        dA = np.ones((N, O, HO, WO))
    G = dA.astype(np.float64).transpose(1, 0, 2, 3).reshape(O, -1)
    frame = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    P = np.pad(X.astype(np.float64), frame)
    place = im2col(np.arange(P.size).reshape(P.shape), KH, KW, stride)
    dP = np.zeros(P.size)
    np.add.at(dP, place, w.reshape(O, -1).T @ G)
    dX = dP.reshape(P.shape)[:, :, padding : padding + H, padding : padding + W]
    dw = G @ P.reshape(-1)[place].T
    return {"X": dX.copy(), "w": dw.reshape(w.shape), "b": G.sum(axis=1)}
