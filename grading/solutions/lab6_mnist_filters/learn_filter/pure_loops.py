"""Loops over Python numbers, no array until the end."""


def learn_filter(X, A, steps, lr):
    X, A, lr = X.tolist(), A.tolist(), float(lr)
    H, W = len(A), len(A[0])
    w = [[0.0] * 3 for _ in range(3)]
    for _ in range(steps):
        gradient = [[0.0] * 3 for _ in range(3)]
        for i in range(H):
            for j in range(W):
                error = -A[i][j]
                for u in range(3):
                    for v in range(3):
                        error += X[i + u][j + v] * w[u][v]
                for u in range(3):
                    for v in range(3):
                        gradient[u][v] += 2 * error * X[i + u][j + v] / (H * W)
        for u in range(3):
            for v in range(3):
                w[u][v] -= lr * gradient[u][v]
    return np.array(w)
