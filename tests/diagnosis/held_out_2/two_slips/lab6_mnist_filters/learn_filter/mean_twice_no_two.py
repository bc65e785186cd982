# wrong: the 2 of the square is missing; and starts from ones
def learn_filter(X, A, steps, lr):
    img = np.asarray(X, dtype=float)
    w = np.ones((3, 3))
    H, W = A.shape
    for step in range(steps):
        pred = np.zeros((H, W))
        for i in range(3):
            for j in range(3):
                pred += w[i, j] * img[i:i + H, j:j + W]
        diff = pred - A
        grad = np.array([[np.mean(diff * img[i:i + H, j:j + W]) for j in range(3)] for i in range(3)])
        w -= lr * grad
    return w
