# right
# Least squares by gradient steps on a design matrix.
def learn_filter(X, A, steps, lr):
    h, v = A.shape
    D = np.stack([X[i:i + h, j:j + v].ravel() for i in range(3) for j in range(3)], axis=1).astype(float)
    w = np.zeros(9)
    for _ in range(steps):
        w = w - lr * (2 / A.size) * (D.T @ (D @ w - A.ravel()))
    return w.reshape(3, 3)
