# It starts from ones; and it steps along the gradient, uphill.
def learn_filter(X, A, steps, lr):
    w = np.ones((3, 3))
    h, v = A.shape
    for _ in range(steps):
        e = activation_map(X, w) - A
        g = np.array([[2 * np.mean(e * X[p:p + h, q:q + v]) for q in range(3)] for p in range(3)])
        w += lr * g
    return w
