# the error map R is computed once before the loop, so every step takes the gradient at the filter of zeros
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    R = activation_map(X, w) - A
    grad = 2 / R.size * activation_map(X, R)
    for _ in range(steps):
        w = w - lr * grad
    return w
