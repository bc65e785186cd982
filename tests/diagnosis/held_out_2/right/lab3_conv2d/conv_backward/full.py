# right
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    h, v = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    dA = np.ones((h, v)) if dA is None else np.asarray(dA, float)
    big = np.zeros((h + 2 * kh - 2, v + 2 * kw - 2))
    big[kh - 1:kh - 1 + h, kw - 1:kw - 1 + v] = dA
    seen = np.lib.stride_tricks.sliding_window_view(big, (kh, kw))
    turned = np.rot90(w, 2)
    return {"X": (seen * turned).sum(axis=(2, 3)),
            "w": np.array([[np.vdot(dA, X[i:i + h, j:j + v]) for j in range(kw)] for i in range(kh)], float)}
