# right
# Nine numbers in a vector; the windows flattened once.
def learn_filter(X, A, steps, lr):
    windows = np.lib.stride_tricks.sliding_window_view(X, (3, 3)).reshape(-1, 9).astype(float)
    wanted = A.reshape(-1)
    weights = np.zeros(9)
    remaining = steps
    while remaining > 0:
        miss = windows @ weights - wanted
        weights = weights - lr * 2 / len(wanted) * (miss @ windows)
        remaining -= 1
    return weights.reshape(3, 3)
