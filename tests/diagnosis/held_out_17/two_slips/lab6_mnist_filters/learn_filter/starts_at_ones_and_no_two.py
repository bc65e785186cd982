# starts from ones instead of zeros; and the factor 2 of the squared error's slope is missing
def learn_filter(X, A, steps, lr):
    w = np.ones((3, 3))
    for _ in range(steps):
        err = activation_map(X, w) - A
        grad = activation_map(X, err) / err.size
        w = w - lr * grad
    return w
