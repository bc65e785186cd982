# Starts from ones, and takes one step too few.
def learn_filter(X, A, steps, lr):
    w = np.ones((3, 3))
    n = A.size
    H, W = A.shape
    for t in range(steps - 1):
        E = activation_map(X * 1.0, w) - A
        g = np.empty((3, 3))
        for p in range(9):
            r, c = divmod(p, 3)
            g[r, c] = (E * X[r:r + H, c:c + W]).sum() * 2.0 / n
        w = w - lr * g
    return w
