# wrong: one step only is made: return inside the loop
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    X = np.asarray(X, dtype=float)
    for _ in range(steps):
        err = activation_map(X, w) - A
        g = np.zeros((3, 3))
        for i in range(3):
            for j in range(3):
                g[i, j] = 2 * np.mean(err * X[i : i + A.shape[0], j : j + A.shape[1]])
        w = w - lr * g
        return w
    return w
