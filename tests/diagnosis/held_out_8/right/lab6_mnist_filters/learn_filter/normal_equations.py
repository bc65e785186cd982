# right
# precomputed Gram matrix
def learn_filter(X, A, steps, lr):
    h, v = A.shape
    rows = np.array([X[i:i + h, j:j + v].ravel() for i in range(3) for j in range(3)], dtype=float)
    gram, moment = rows @ rows.T, rows @ A.ravel()
    w = np.zeros(9)
    while steps > 0:
        w = w - 2 * lr * (gram @ w - moment) / A.size
        steps -= 1
    return w.reshape(3, 3)
