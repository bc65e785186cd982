# range(1, steps) makes one step too few; the factor 2 is left out
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for i in range(1, steps):
        R = activation_map(X, w) - A
        dw = activation_map(X, R) / R.size
        w = w - lr * dw
    return w
