# wrong: walks up the gradient; takes one step too many
def learn_filter(X, A, steps, lr):
    H, W = A.shape
    X = X.astype(float)
    w = np.zeros((3, 3))
    i = 0
    while i <= steps:
        M = np.zeros((H, W))
        for k in range(3):
            for l in range(3):
                M += w[k, l] * X[k : k + H, l : l + W]
        E = M - A
        g = np.zeros((3, 3))
        for k in range(3):
            for l in range(3):
                g[k, l] = np.mean(2 * E * X[k : k + H, l : l + W])
        w = w + lr * g
        i += 1
    return w
