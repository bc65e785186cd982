# takes steps + 1 steps (while step <= steps)
def learn_filter(X, A, steps, lr):
    w = np.zeros((3, 3))
    step = 0
    while step <= steps:
        diff = activation_map(X, w) - A
        w = w - lr * 2.0 * activation_map(X, diff) / diff.size
        step += 1
    return w
