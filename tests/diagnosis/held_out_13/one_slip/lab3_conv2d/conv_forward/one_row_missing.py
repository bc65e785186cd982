# Forgets the + 1, so the last row and the last column of windows are missing.
def conv_forward(X, w):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    H, W = X.shape
    kh, kw = w.shape
    A = np.zeros((H - kh, W - kw))
    for i in range(H - kh):
        for j in range(W - kw):
            A[i, j] = dot_forward(X[i : i + kh, j : j + kw], w)
    return A
