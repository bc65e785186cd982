# builds the 9x9 matrix of window products once and iterates w -= lr * 2/n * (M w - v)
import numpy as np
def learn_filter(X, A, steps, lr):
    H, W = A.shape
    D = np.stack([np.ravel(X[u:u + H, v:v + W]) for u in range(3) for v in range(3)], axis=1).astype(np.float64)
    M, t = D.T @ D, D.T @ np.ravel(A).astype(np.float64)
    w = np.zeros(9)
    for _ in range(int(steps)):
        w = w - float(lr) * (2.0 / A.size) * (M @ w - t)
    return w.reshape(3, 3)
