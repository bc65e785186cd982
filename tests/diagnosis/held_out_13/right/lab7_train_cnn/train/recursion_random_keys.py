# right: orders images by sorting random keys, and a deque of indices is emptied batch by batch.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    keys = np.random.default_rng(seed)
    losses = []
    for epoch in range(1, epochs + 1):
        waiting = np.argsort(keys.random(len(X)))
        while len(waiting):
            batch, waiting = waiting[:batch_size], waiting[batch_size:]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
