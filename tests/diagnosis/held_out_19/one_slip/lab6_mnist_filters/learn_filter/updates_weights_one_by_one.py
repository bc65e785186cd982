# each weight is changed at once and the next one's error is computed with it
def learn_filter(X, A, steps, lr):
    X = X.astype(float)
    h, v = A.shape
    w = np.zeros((3, 3))
    for s in range(steps):
        for i in range(3):
            for j in range(3):
                R = activation_map(X, w) - A
                g = 2 * np.mean(R * X[i:i + h, j:j + v])
                w[i, j] -= lr * g
    return w
