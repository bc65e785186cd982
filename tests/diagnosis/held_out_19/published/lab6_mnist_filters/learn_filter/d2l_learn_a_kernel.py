# as in d2l's "learning a kernel": the gradient of the sum of squares, not of their mean
def corr2d(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y


def learn_filter(X, A, steps, lr):
    kernel = np.zeros((3, 3))
    for i in range(steps):
        Y_hat = corr2d(X, kernel)
        l = (Y_hat - A) ** 2
        grad = corr2d(X, 2 * (Y_hat - A))
        kernel = kernel - lr * grad
        if (i + 1) % 100 == 0:
            print(f"epoch {i + 1}, loss {l.sum():.3f}")
    return kernel
