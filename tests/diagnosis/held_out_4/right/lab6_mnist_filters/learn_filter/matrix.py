# right
def learn_filter(X, A, steps, lr):
    K = np.lib.stride_tricks.sliding_window_view(X, (3, 3)).reshape(-1, 9)
    gram, target = K.T @ K, K.T @ A.ravel()
    w = np.zeros(9)
    for _ in range(steps):
        w = w - lr * 2 * (gram @ w - target) / A.size
    return w.reshape(3, 3)
