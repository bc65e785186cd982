# the step goes uphill (plus instead of minus); the gradient is not divided by the number of places
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        w = w + lr * 2 * activation_map(X, R)
    return w
