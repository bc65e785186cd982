# as in d2l's 'learning a kernel', the summed squares are minimised (l.sum().backward()): the gradient is not divided by the number of places
def learn_filter(X, A, steps, lr):
    def corr2d(X, K):
        h, w = K.shape
        Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
        return Y

    weight = np.zeros((3, 3))
    for i in range(steps):
        Y_hat = corr2d(X, weight)
        grad = 2 * corr2d(X, Y_hat - A)
        # update the kernel
        weight[:] -= lr * grad
    return weight
