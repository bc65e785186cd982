# Leaves out the factor 2 of the square, as for a loss with 1/2 in front.
def learn_filter(X, A, steps, lr):
    if X.ndim != 2 or A.shape != (X.shape[0] - 2, X.shape[1] - 2):
        raise ValueError(f"A must be X's map, (H - 2, W - 2), got {A.shape} for X {X.shape}")
    X = X.astype(float)
    w = np.zeros((3, 3))
    for _ in range(int(steps)):
        error = activation_map(X, w) - A
        gradient = activation_map(X, error) / error.size
        w = w - lr * gradient
    return w
