# the order comes from sorting random keys; batches by np.array_split at given places
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    source = np.random.RandomState(seed)
    losses = []
    for epoch in range(1, epochs + 1):
        order = np.argsort(source.rand(len(X)))
        for places in np.split(order, np.arange(batch_size, len(X), batch_size)):
            loss, grads = loss_and_gradients(params, X[places], labels[places])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
