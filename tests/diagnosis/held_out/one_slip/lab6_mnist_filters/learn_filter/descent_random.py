# wrong: starts from ones, not zeros
def learn_filter(X, A, steps, lr):
    X = X.astype(float)
    h, v = A.shape
    w = np.ones((3, 3))
    for step in range(steps):
        error = activation_map(X, w) - A
        gradient = np.zeros((3, 3))
        for i in range(3):
            for j in range(3):
                gradient[i, j] = np.sum(error * X[i:i + h, j:j + v]) * 2 / A.size
        w = w - lr * gradient
    return w
