# The factor 2 of the gradient is missing, and the loop takes steps + 1 steps.
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for _ in range(steps + 1):
        R = activation_map(X, w) - A
        w = w - lr * activation_map(X, R) / R.size
    return w
