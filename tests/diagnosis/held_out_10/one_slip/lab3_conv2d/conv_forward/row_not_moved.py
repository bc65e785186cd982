# The window moves along the columns only: it is X[a, c + b], without the row r of the output.
def conv_forward(X, w):
    KH, KW = w.shape
    rows, cols = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    return np.array([[sum(X[a, c + b] * w[a, b] for a in range(KH) for b in range(KW))
                      for c in range(cols)] for r in range(rows)])
