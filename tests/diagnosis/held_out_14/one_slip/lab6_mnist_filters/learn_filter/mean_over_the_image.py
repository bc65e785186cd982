# the gradient is divided by the number of pixels of X instead of the number of places of the map
def learn_filter(X, A, steps, lr):
    X = np.asarray(X, dtype=float)
    w = np.zeros((3, 3))
    for _ in range(int(steps)):
        R = activation_map(X, w) - A
        w = w - lr * 2 / X.size * activation_map(X, R)
    return w
