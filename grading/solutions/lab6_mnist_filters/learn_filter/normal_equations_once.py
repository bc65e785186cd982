"""Gram matrix and right-hand side once, before the loop."""


def learn_filter(X, A, steps, lr):
    H, W = A.shape
    taps = [np.ravel(X[u : u + H, v : v + W]).astype(float) for u in range(3) for v in range(3)]
    G = np.array([[2 * np.mean(p * q) for q in taps] for p in taps])
    b = np.array([2 * np.mean(p * np.ravel(A)) for p in taps])
    w = np.zeros(9)
    while steps > 0:
        w = w + lr * (b - G @ w)
        steps -= 1
    return w.reshape((3, 3))
