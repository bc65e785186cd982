# dw is averaged over the windows, as if the loss were a mean over places.
def conv_backward(X, w, dA=None):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    (H, W), (KH, KW) = X.shape, w.shape
    HO, WO = H - KH + 1, W - KW + 1
    G = np.ones((HO, WO)) if dA is None else np.asarray(dA, dtype=float)
    dX, dw = np.zeros((H, W)), np.zeros((KH, KW))
    for u in range(KH):
        for v in range(KW):
            dX[u : u + HO, v : v + WO] += w[u, v] * G
            dw[u, v] = np.mean(X[u : u + HO, v : v + WO] * G)
    return {"X": dX, "w": dw}
