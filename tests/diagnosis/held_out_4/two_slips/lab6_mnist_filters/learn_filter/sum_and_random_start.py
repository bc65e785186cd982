# wrong: starts from ones, not zeros; the sum of the squares for their mean
def learn_filter(X, A, steps, lr):
    w = np.ones((3, 3))
    h, v = A.shape
    for _ in range(steps):
        err = sum(w[i, j] * X[i : i + h, j : j + v] for i in range(3) for j in range(3)) - A
        grad = np.array([[np.sum(err * X[i : i + h, j : j + v]) for j in range(3)] for i in range(3)])
        w = w - lr * 2 * grad
    return w
