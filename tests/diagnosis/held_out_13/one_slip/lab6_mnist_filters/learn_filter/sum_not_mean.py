# Follows the gradient of the sum of squares, the division by the number of places is missing.
def learn_filter(X, A, steps, lr):
    if X.ndim != 2 or A.shape != (X.shape[0] - 2, X.shape[1] - 2):
        raise ValueError(f"A must be X's map, (H - 2, W - 2), got {A.shape} for X {X.shape}")
    H, W = A.shape
    w = np.zeros((3, 3))
    for step in range(steps):
        R = activation_map(X, w) - A
        g = np.zeros((3, 3))
        for u in range(3):
            for v in range(3):
                g[u, v] = 2 * np.sum(R * X[u : u + H, v : v + W])
        w -= lr * g
    return w
