# right: writes the convolution as one big matrix acting on the flattened image and uses its transpose.
def conv_backward(X, w, dA=None):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    H, W = X.shape
    KH, KW = w.shape
    HO, WO = H - KH + 1, W - KW + 1
    g = (np.ones((HO, WO)) if dA is None else np.array(dA, dtype=np.float64)).reshape(-1)
    M = np.zeros((HO * WO, H, W))
    U = np.zeros((HO * WO, KH, KW))
    for q, (i, j) in enumerate(np.ndindex(HO, WO)):
        M[q, i : i + KH, j : j + KW] = w
        U[q] = X[i : i + KH, j : j + KW]
    return {"X": np.tensordot(g, M, 1), "w": np.tensordot(g, U, 1)}
