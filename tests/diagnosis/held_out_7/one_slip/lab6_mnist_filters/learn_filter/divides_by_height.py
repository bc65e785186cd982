# the mean divides by the number of rows only
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for step in range(steps):
        diff = activation_map(X, w) - A
        dw = np.zeros((3, 3))
        for u in range(3):
            for v in range(3):
                dw[u, v] = np.sum(diff * X[u : u + A.shape[0], v : v + A.shape[1]])
        dw *= 2 / len(A)
        w -= lr * dw
    return w
