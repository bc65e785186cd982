# The gradient of the sum, not of the mean.
def learn_filter(X, A, steps, lr):
    X = X.astype(float)
    w = np.zeros((3, 3))
    h, v = A.shape
    for step in range(steps):
        error = activation_map(X, w) - A
        grad = np.zeros((3, 3))
        for i in range(3):
            for j in range(3):
                grad[i, j] = 2 * np.sum(error * X[i:i + h, j:j + v])
        w = w - lr * grad
    return w
