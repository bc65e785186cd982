# Draws one order before the loop and keeps it for all epochs.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    """Train for some epochs.

    Parameters
    ----------
    loss_and_gradients : callable
        ``loss_and_gradients(params, X, labels)`` -> loss (a number), gradients (a dict by name).
    step : callable
        ``step(params, grads)`` -> the new weights (a dict by name).
    params : dict of arrays
        The weights to begin with.
    X : array (N, ...)
    labels : array (N,)
    epochs, batch_size : int
    seed : int
        Decides the order of the images.
    watch : callable, optional
        ``watch(epoch, params, losses)`` is called after each epoch, 1 for the first.

    Returns
    -------
    params : dict of arrays
        The weights after the last step.
    losses : list of numbers
        The loss of each batch, before its step.
    """
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(X))
    losses = []
    for epoch in range(1, epochs + 1):
        for s in range(0, len(X), batch_size):
            i = order[s : s + batch_size]
            loss, grads = loss_and_gradients(params, X[i], labels[i])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
