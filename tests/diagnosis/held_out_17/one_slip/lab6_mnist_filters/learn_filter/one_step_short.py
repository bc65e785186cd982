# the loop is range(1, steps), one step too few
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    h, v = A.shape
    for t in range(1, steps):
        diff = activation_map(X, w) - A
        g = np.array([[np.mean(2 * diff * X[i:i + h, j:j + v]) for j in range(3)] for i in range(3)])
        w = w - lr * g
    return w
