# right
def learn_filter(X, A, steps, lr):
    see = np.lib.stride_tricks.sliding_window_view(np.asarray(X, float), (3, 3))
    w = np.zeros((3, 3))
    for _ in range(steps):
        residual = np.einsum('ijkl,kl->ij', see, w) - A
        w -= lr * np.einsum('ijkl,ij->kl', see, residual) / (A.size / 2)
    return w
