"""Each epoch's images are copied in a new order, then cut."""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng_, params, losses = np.random.RandomState(seed), dict(params), []
    for epoch in range(1, epochs + 1):
        order = rng_.permutation(X.shape[0])
        cuts = np.arange(batch_size, len(X), batch_size)
        for x, y in zip(np.split(X[order], cuts), np.split(labels[order], cuts)):
            loss, grads = loss_and_gradients(params, x, y)
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, list(losses))
    return params, losses
