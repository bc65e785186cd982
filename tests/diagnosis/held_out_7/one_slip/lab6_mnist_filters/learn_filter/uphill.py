# adds the gradient instead of taking it off
def learn_filter(X, A, steps, lr):
    X = X.astype(float)
    h, v = A.shape
    w = np.zeros((3, 3))
    for _ in range(steps):
        error = np.zeros((h, v))
        for i in range(3):
            for j in range(3):
                error += w[i, j] * X[i : i + h, j : j + v]
        error = error - A
        grad = np.zeros((3, 3))
        for i in range(3):
            for j in range(3):
                grad[i, j] = 2 * np.mean(error * X[i : i + h, j : j + v])
        w = w + lr * grad
    return w
