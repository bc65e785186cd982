# Takes a step after each pixel instead of after the whole image.
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    H, W = A.shape
    for _ in range(steps):
        g = np.zeros((3, 3))
        for i in range(H):
            for j in range(W):
                patch = X[i:i + 3, j:j + 3]
                d = (patch * w).sum() - A[i, j]
                w = w - lr * 2 * d * patch / A.size
        w = w - lr * g
    return w
