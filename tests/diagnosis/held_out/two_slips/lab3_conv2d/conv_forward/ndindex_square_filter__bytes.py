# wrong: kh used for both axes of the filter; uint8 output buffer
def conv_forward(X, w):
    kh, kw = w.shape
    rows = X.shape[0] - kh + 1
    cols = X.shape[1] - kw + 1
    out = np.empty((rows, cols), dtype=np.uint8)
    for i, j in np.ndindex(rows, cols):
        patch = X[i:i + kh, j:j + kh].astype(float)
        out[i, j] = (patch * w).sum()
    return out
