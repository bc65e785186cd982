# the error is computed once before the loop (that of the zero filter) and never again, so every step is the same
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    R = signal.correlate2d(X * 1.0, w, 'valid') - A
    gradient = np.zeros((3, 3))
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            gradient += 2 / A.size * R[i, j] * X[i:i + 3, j:j + 3]
    for step in range(steps):
        w -= lr * gradient
    return w
