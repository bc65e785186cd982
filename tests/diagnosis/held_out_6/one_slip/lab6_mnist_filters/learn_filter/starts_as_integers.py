# wrong: the filter starts as an integer array, and the in-place step raises
def learn_filter(X, A, steps, lr):
    w = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0]])
    for _ in range(steps):
        diff = activation_map(X, w) - A
        grad = 2 * activation_map(X, diff) / diff.size
        w -= lr * grad
    return w
