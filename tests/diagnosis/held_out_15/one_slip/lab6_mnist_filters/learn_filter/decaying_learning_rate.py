# Divides the learning rate by the number of the step, so from the second step on the steps are too short.
def learn_filter(X, A, steps, lr):
    X, A = X.astype(float), A.astype(float)
    w = np.zeros((3, 3))
    n = A.shape[0] * A.shape[1]
    for t in range(1, steps + 1):
        R = activation_map(X, w) - A
        grad = np.zeros((3, 3))
        for u in range(3):
            for v in range(3):
                grad[u, v] = 2 / n * np.sum(R * X[u:u + A.shape[0], v:v + A.shape[1]])
        w -= lr / t * grad
    return w
