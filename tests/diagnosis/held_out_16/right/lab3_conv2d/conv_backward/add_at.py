# right: np.add.at puts all shares at their pixels, with repeated indices
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    i, j, u, v = np.ogrid[: X.shape[0] - KH + 1, : X.shape[1] - KW + 1, :KH, :KW]
    g = np.ones((i.size, j.size)) if dA is None else np.asarray(dA, dtype=np.float64)
    rows, cols = np.broadcast_arrays(i + u, j + v)
    dX = np.zeros(X.shape)
    np.add.at(dX, (rows, cols), g[:, :, None, None] * w)
    dw = np.einsum("ij,ijuv->uv", g, X.astype(np.float64)[rows, cols])
    return {"X": dX, "w": dw}
