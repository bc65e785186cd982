# Stops before all steps are taken once the mean squared error is below 0.5.
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    for i in range(int(steps)):
        R = activation_map(X, w) - A
        if np.mean(R ** 2) < 0.5:
            break
        w = w - lr * 2 * activation_map(X, R) / R.size
    return w
