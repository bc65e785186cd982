# Computes the error of the map once before the loop, so all steps follow the first gradient.
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    R = activation_map(X, w) - A
    for _ in range(steps):
        grad = 2 / A.size * activation_map(X, R)
        w = w - lr * grad
    return w
