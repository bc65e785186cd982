# wrong: height and width of the filter are swapped in the slice
def conv_forward(X, w):
    kh, kw = w.shape
    rows = X.shape[0] - kh + 1
    cols = X.shape[1] - kw + 1
    A = np.zeros((rows, cols), dtype=np.result_type(X, w))
    for r in range(rows):
        for c in range(cols):
            A[r, c] = (X[r:r + kw, c:c + kh] * w).sum()
    return A
