# the while loop runs to r + KH < H (not <=), so the last row of outputs is never filled and stays zero
def conv_forward(X, w):
    H, W = X.shape
    KH, KW = w.shape
    res = np.zeros((H - KH + 1, W - KW + 1))
    r = 0
    while r + KH < H:
        c = 0
        while c + KW <= W:
            res[r, c] = np.sum(X[r:r + KH, c:c + KW] * w)
            c += 1
        r += 1
    return res
