# the weights are changed one after the other and the error is computed anew for each, instead of all from one gradient
def learn_filter(X, A, steps, lr):
    H, W = A.shape
    X = X.astype(np.float64)
    w = np.zeros((3, 3))
    for _ in range(steps):
        for u in range(3):
            for v in range(3):
                R = activation_map(X, w) - A
                w[u, v] -= lr * 2 * np.mean(R * X[u:u + H, v:v + W])
    return w
