# n is H * W, the pixels of the image, instead of the places of the map
def learn_filter(X, A, steps, lr):
    X = np.asarray(X, dtype=float)
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w - lr * 2 / X.size * activation_map(X, R)
    return w
