# right
# by the sparse matrix of the convolution
def conv_backward(X, w, dA=None):
    H, W = X.shape
    oh, ow = H - w.shape[0] + 1, W - w.shape[1] + 1
    g = np.ones(oh * ow) if dA is None else np.array(dA, dtype=float).ravel()
    M = np.zeros((oh * ow, H * W))
    for row, (i, j) in enumerate(np.ndindex(oh, ow)):
        for u, v in np.ndindex(w.shape):
            M[row, (i + u) * W + j + v] = w[u, v]
    dX = (g @ M).reshape(H, W)
    dw = np.array([[X[u : u + oh, v : v + ow].ravel() @ g for v in range(w.shape[1])] for u in range(w.shape[0])])
    return {"X": dX, "w": dw.astype(float)}
