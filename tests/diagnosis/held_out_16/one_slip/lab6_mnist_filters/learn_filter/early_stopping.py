# stops as soon as the loss is below 1e-4, so it takes fewer than the asked steps
def learn_filter(X, A, steps, lr):
    """Learn a 3x3 filter with gradient descent."""
    w = np.zeros((3, 3), dtype=np.float64)
    tolerance = 1e-4
    for step in range(steps):
        residual = activation_map(X, w) - A
        loss = np.mean(residual**2)
        if loss < tolerance:
            break  # converged
        gradient = (2.0 / residual.size) * activation_map(X, residual)
        w = w - lr * gradient
    return w
