# The residual is computed once before the loop, not anew in each step.
def learn_filter(X, A, steps, lr):
    if X.ndim != 2 or A.shape != (X.shape[0] - 2, X.shape[1] - 2):
        raise ValueError(f"A must be X's map, (H - 2, W - 2), got {A.shape} for X {X.shape}")
    w = np.zeros((3, 3))
    R = activation_map(X, w) - A
    dw = 2 / R.size * activation_map(X, R)
    for _ in range(int(steps)):
        w = w - lr * dw
    return w
