# the error is computed once, before the loop
def learn_filter(X, A, steps, lr):
    n = A.size
    w = np.zeros((3, 3))
    R = activation_map(X, w) - A
    for s in range(steps):
        g = activation_map(X, R) * 2 / n
        w = w - lr * g
    return w
