# watch is told epochs from 0.
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
    losses = []
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for batch in np.split(order, range(batch_size, len(X), batch_size)):
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
