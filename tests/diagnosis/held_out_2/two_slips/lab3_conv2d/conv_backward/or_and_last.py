# wrong: `dA or ones` is ambiguous for an array; dw keeps the last window only
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    H, W = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    dA = dA or np.ones((H, W))
    dX = np.zeros(X.shape)
    dw = np.zeros(w.shape)
    for i in range(H):
        for j in range(W):
            dX[i:i + kh, j:j + kw] += dA[i, j] * w
            dw = dA[i, j] * X[i:i + kh, j:j + kw]
    return {'X': dX, 'w': dw}
