# Right: the order is the argsort of random keys from a legacy RandomState, and batches are cut with np.split.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    state = np.random.RandomState(seed)
    params, losses = dict(params), []
    cuts = np.arange(batch_size, len(X), batch_size)
    for epoch in range(1, epochs + 1):
        for places in np.split(np.argsort(state.random_sample(len(X))), cuts):
            loss, grads = loss_and_gradients(params, np.take(X, places, axis=0), labels[places])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses.copy())
    return params, losses
