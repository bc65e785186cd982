# a leftover "early stopping": stops when the loss has fallen by less than 5 % in a step, so the later steps are not done
def learn_filter(X, A, steps, lr):
    X = X.astype(float)
    w = np.zeros((3, 3))
    last = np.inf
    for _ in range(steps):
        E = activation_map(X, w) - A
        loss = np.mean(E ** 2)
        if last - loss < 0.05 * loss:
            break
        last = loss
        w = w - lr * 2 * activation_map(X, E) / E.size
    return w
