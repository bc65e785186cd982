# multiplies each window with the filter's entries in column order (w.T.ravel()) while the window is read in row order
def conv_forward(X, w):
    KH, KW = w.shape
    v = w.T.ravel()
    out = np.zeros((X.shape[0] - KH + 1, X.shape[1] - KW + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = X[r:r + KH, c:c + KW].ravel() @ v
    return out
