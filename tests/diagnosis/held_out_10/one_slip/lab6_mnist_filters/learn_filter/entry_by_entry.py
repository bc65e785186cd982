# Each entry of the filter is moved at once, and the next one's gradient already sees it.
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    H, W = A.shape
    X = X.astype(float)
    for s in range(steps):
        for i in range(3):
            for j in range(3):
                residual = activation_map(X, w) - A
                w[i, j] -= lr * 2 * (residual * X[i:i + H, j:j + W]).mean()
    return w
