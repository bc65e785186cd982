# The error is computed once before the loop and not again in each step.
def learn_filter(X, A, steps, lr):
    """Learn a 3 x 3 filter from one image and its activation map, by gradient descent.

    The loss is ``mean((activation_map(X, w) - A)**2)``, and the start is a filter of zeros.

    Parameters
    ----------
    X : array (H, W)
        An image.
    A : array (H - 2, W - 2)
        The map that the filter should produce.
    steps : int
        Number of steps, at least 0.
    lr : number
        Learning rate: a step is minus `lr` times the gradient.

    Returns
    -------
    float array (3, 3)
    """
    if X.ndim != 2 or A.shape != (X.shape[0] - 2, X.shape[1] - 2):
        raise ValueError(f"A must be X's map, (H - 2, W - 2), got {A.shape} for X {X.shape}")
    w = np.zeros((3, 3))
    R = activation_map(X, w) - A
    g = 2 * activation_map(X, R) / R.size
    for _ in range(int(steps)):
        w = w - lr * g
    return w
