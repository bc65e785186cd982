# divides by the number of pixels of X (H W) instead of the number of places of the map
def learn_filter(X, A, steps, lr):
    H, W = X.shape
    w = np.zeros((3, 3))
    for step in range(steps):
        R = np.zeros((H - 2, W - 2))
        for u in range(3):
            for v in range(3):
                R += w[u, v] * X[u : u + H - 2, v : v + W - 2]
        R -= A
        g = np.zeros((3, 3))
        for u in range(3):
            for v in range(3):
                g[u, v] = 2 * np.sum(R * X[u : u + H - 2, v : v + W - 2]) / (H * W)
        w -= lr * g
    return w
