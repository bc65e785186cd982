# wrong: goes uphill: the sign of the step is wrong
def learn_filter(X, A, steps, lr):
    X = X.astype(float)
    w = np.zeros((3, 3))
    win = np.lib.stride_tricks.sliding_window_view(X, (3, 3))
    for _ in range(steps):
        err = np.einsum('hwij,ij->hw', win, w) - A
        w = w + lr * 2 * np.einsum('hwij,hw->ij', win, err) / err.size
    return w
