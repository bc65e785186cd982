# wrong: one step too few is made; the mean is taken over all pixels of the image
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(1, steps):
        R = activation_map(X, w) - A
        w -= lr * 2 / X.size * activation_map(X, R)
    return w
