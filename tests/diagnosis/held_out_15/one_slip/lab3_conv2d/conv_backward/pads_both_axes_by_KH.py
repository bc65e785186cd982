# For the full convolution dA is padded by KH - 1 on all four sides, so with filters that are not square dX gets the wrong number of columns.
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    h, wd = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    dA = np.ones((h, wd)) if dA is None else dA
    dw = np.array([[np.sum(X[u:u + h, v:v + wd] * dA) for v in range(KW)] for u in range(KH)], dtype=float)
    padded = np.pad(dA, KH - 1)
    flipped = w[::-1, ::-1]
    dX = [[np.sum(padded[p:p + KH, q:q + KW] * flipped) for q in range(padded.shape[1] - KW + 1)]
          for p in range(padded.shape[0] - KH + 1)]
    return {"X": np.array(dX, dtype=float), "w": dw}
