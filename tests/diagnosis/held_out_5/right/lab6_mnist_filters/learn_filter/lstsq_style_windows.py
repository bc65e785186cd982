# right
def learn_filter(X, A, steps, lr):
    V = np.lib.stride_tricks.sliding_window_view(np.asarray(X, float), (3, 3)).reshape(-1, 9)
    a = np.asarray(A, float).ravel()
    gram, target = V.T @ V, V.T @ a
    w = np.zeros(9)
    for _ in range(steps):
        w -= 2 * lr / len(a) * (gram @ w - target)
    return w.reshape(3, 3)
