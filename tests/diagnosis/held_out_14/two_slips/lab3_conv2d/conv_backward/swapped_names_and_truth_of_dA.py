# an upstream gradient of zeros is taken for not given (np.any); the two gradients are returned under each other's name
def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    if not np.any(dA):
        dA = np.ones((X.shape[0] - kh + 1, X.shape[1] - kw + 1))
    a, c = np.zeros(X.shape), np.zeros(w.shape)
    for i in range(dA.shape[0]):
        for j in range(dA.shape[1]):
            a[i:i + kh, j:j + kw] += w * dA[i, j]
            c += X[i:i + kh, j:j + kw] * dA[i, j]
    return {'w': a, 'X': c}
