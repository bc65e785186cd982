# two slips: the step goes uphill (plus), and the factor 2 of the gradient is missing
def learn_filter(X, A, steps, lr):
    X, A = np.asarray(X, float), np.asarray(A, float)
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = activation_map(X, w) - A
        g = np.array([[np.mean(R * X[u : u + A.shape[0], v : v + A.shape[1]]) for v in range(3)] for u in range(3)])
        w = w + lr * g
    return w
