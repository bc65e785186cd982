# wrong: every window gets the first element of dA
def conv_backward(X, w, dA=None):
    out = (X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1)
    if dA is None:
        dA = np.ones(out)
    gX, gw = np.zeros(X.shape), np.zeros(w.shape)
    for i, j in np.ndindex(*out):
        box = (slice(i, i + w.shape[0]), slice(j, j + w.shape[1]))
        gX[box] += dA[0, 0] * w
        gw += dA[i, j] * X[box]
    return {'X': gX, 'w': gw}
