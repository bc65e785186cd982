# dw adds up the windows of X without multiplying by dA
def conv_backward(X, w, dA=None):
    h, v = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    dA = np.ones((h, v)) if dA is None else dA
    grads = {'X': np.zeros(X.shape), 'w': np.zeros(w.shape)}
    for i, j in np.ndindex(h, v):
        rows, cols = slice(i, i + w.shape[0]), slice(j, j + w.shape[1])
        grads['X'][rows, cols] += w * dA[i, j]
        grads['w'] += X[rows, cols]
    return grads
