# right: writes the map as windows times weights and steps in nine-dimensional space with M.T @ M and M.T @ a.
def learn_filter(X, A, steps, lr):
    if X.ndim != 2 or A.shape != (X.shape[0] - 2, X.shape[1] - 2):
        raise ValueError(f"A must be X's map, (H - 2, W - 2), got {A.shape} for X {X.shape}")
    windows = np.lib.stride_tricks.sliding_window_view(np.asarray(X, dtype=np.float64), (3, 3))
    M = windows.reshape(-1, 9)
    target = np.asarray(A, dtype=np.float64).reshape(-1)
    theta = np.zeros(9)
    Q, q = M.T @ M, M.T @ target
    for _ in range(int(steps)):
        theta = theta - float(lr) * 2 / len(target) * (Q @ theta - q)
    return theta.reshape(3, 3).copy()
