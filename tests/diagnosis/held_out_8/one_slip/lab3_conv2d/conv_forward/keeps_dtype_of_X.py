# The result has the dtype of the image: with an image of ints what comes after the point is cut off.
def conv_forward(X, w):
    KH, KW = w.shape
    out = np.zeros((X.shape[0] - KH + 1, X.shape[1] - KW + 1), dtype=X.dtype)
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.vdot(X[r:r + KH, c:c + KW], w)
    return out
