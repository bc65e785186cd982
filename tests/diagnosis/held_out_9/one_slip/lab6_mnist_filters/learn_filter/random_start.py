# Starts from small random numbers, not from zeros.
def learn_filter(X, A, steps, lr):
    w = np.random.default_rng(0).normal(scale=0.1, size=(3, 3))
    for _ in range(steps):
        e = activation_map(X, w) - A
        g = np.zeros((3, 3))
        for i in range(3):
            for j in range(3):
                g[i, j] = 2 * np.mean(e * X[i:i + e.shape[0], j:j + e.shape[1]])
        w -= lr * g
    return w
