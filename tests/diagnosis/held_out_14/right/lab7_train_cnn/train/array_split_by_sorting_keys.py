# the order comes from sorting random keys, the batches from np.split at multiples of batch_size
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    keys, losses = np.random.RandomState(seed), []
    cuts = list(range(batch_size, len(X), batch_size))
    for epoch in range(1, epochs + 1):
        order = keys.uniform(size=len(X)).argsort()
        for places in np.split(order, cuts):
            loss, grads = loss_and_gradients(params, np.take(X, places, axis=0), np.take(labels, places))
            losses += [loss]
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
