# Steps uphill (plus the gradient), and takes one step too many.
def learn_filter(X, A, steps, lr):
    if X.ndim != 2 or A.shape != (X.shape[0] - 2, X.shape[1] - 2):
        raise ValueError(f"A must be X's map, (H - 2, W - 2), got {A.shape} for X {X.shape}")
    w = np.zeros((3, 3))
    n = A.shape[0] * A.shape[1]
    k = 0
    while k <= steps:
        diff = A - activation_map(X, w)
        grad = -2 / n * activation_map(X, diff)
        w = w + lr * grad
        k += 1
    return w
