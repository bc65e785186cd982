# wrong: the gradient is that of the absolute error: the sign of the difference, not the difference
def learn_filter(X, A, steps, lr):
    H, W = X.shape
    w = np.zeros((3, 3))
    for _ in range(steps):
        out = np.zeros(A.shape)
        for i in range(3):
            for j in range(3):
                out += w[i, j] * X[i : i + H - 2, j : j + W - 2]
        diff = 2 * np.sign(out - A) / A.size
        g = np.zeros((3, 3))
        for i in range(3):
            for j in range(3):
                g[i, j] = (diff * X[i : i + H - 2, j : j + W - 2]).sum()
        w = w - lr * g
    return w
