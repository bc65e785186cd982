# right
# by the 9 x 9 matrix of the problem
def learn_filter(X, A, steps, lr):
    h, v = A.shape
    taps = np.array([X[i : i + h, j : j + v].ravel() for i in range(3) for j in range(3)], dtype=float)
    M, c = taps @ taps.T / A.size, taps @ A.ravel() / A.size
    w = np.zeros(9)
    for _ in range(steps):
        w = w - 2 * lr * (M @ w - c)
    return w.reshape(3, 3)
