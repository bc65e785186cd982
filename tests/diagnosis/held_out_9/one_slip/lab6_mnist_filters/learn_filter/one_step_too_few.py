# range(1, steps): a step too few.
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    n, m = A.shape
    for _ in range(1, steps):
        diff = activation_map(X, w) - A
        grad = activation_map(X, diff) * 2 / (n * m)
        w = w - lr * grad
    return w
