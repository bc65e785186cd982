# steps go along the gradient (plus) instead of against it, so the error grows
import numpy as np
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    n = A.shape[0] * A.shape[1]
    for _ in range(int(steps)):
        R = activation_map(X, w) - A
        g = np.zeros((3, 3))
        for i in range(A.shape[0]):
            for j in range(A.shape[1]):
                g += R[i, j] * X[i:i + 3, j:j + 3]
        w = w + lr * 2 / n * g
    return w
