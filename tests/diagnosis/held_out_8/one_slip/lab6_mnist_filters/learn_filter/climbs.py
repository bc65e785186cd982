# Goes up the gradient: plus instead of minus.
def learn_filter(X, A, steps, lr):
    X = np.asarray(X, dtype=float)
    w = np.zeros((3, 3))
    for k in range(steps):
        diff = A - activation_map(X, w)
        dA = 2 * diff / diff.size
        dw = np.array([[np.sum(dA * X[i:X.shape[0] - 2 + i, j:X.shape[1] - 2 + j])
                        for j in range(3)] for i in range(3)])
        w = w - lr * dw
    return w
