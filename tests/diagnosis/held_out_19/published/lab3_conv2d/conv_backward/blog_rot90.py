# CNN-from-scratch blog: np.rot90(w) turns by 90 degrees, once instead of twice
def conv_backward(X, w, dA=None):
    filter_h, filter_w = w.shape
    if dA is None:
        dA = np.ones((X.shape[0] - filter_h + 1, X.shape[1] - filter_w + 1))

    # loss w.r.t. the filter: valid cross-correlation
    dL_dF = np.zeros((filter_h, filter_w))
    for i in range(filter_h):
        for j in range(filter_w):
            dL_dF[i, j] = np.sum(X[i:i + dA.shape[0], j:j + dA.shape[1]] * dA)

    # loss w.r.t. the input: full convolution with the rotated filter
    rotated = np.rot90(w)
    padded = np.pad(dA.astype(float), ((filter_h - 1,) * 2, (filter_w - 1,) * 2))
    dL_dX = np.zeros(X.shape)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            dL_dX[i, j] = np.sum(padded[i:i + filter_h, j:j + filter_w] * rotated)
    return {"X": dL_dX, "w": dL_dF}
