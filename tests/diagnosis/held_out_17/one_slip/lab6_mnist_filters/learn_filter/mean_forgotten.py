# the gradient of the squared error is summed and not divided by the number of places in the map
def learn_filter(X, A, steps, lr):
    Xf = X.astype(float)
    w = np.zeros((3, 3))
    for _ in range(steps):
        error = activation_map(Xf, w) - A
        w = w - lr * 2 * activation_map(Xf, error)
    return w
