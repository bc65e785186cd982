# Makes the random generator from the seed inside the epoch loop, so every epoch has the same order.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    losses = []
    n_batches = int(np.ceil(len(X) / batch_size))
    for epoch in range(1, epochs + 1):
        places = np.arange(len(X))
        np.random.default_rng(seed).shuffle(places)
        for batch in np.array_split(places, range(batch_size, len(X), batch_size))[:n_batches]:
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            losses += [loss]
            params = step(params, grads)
        if watch:
            watch(epoch, params, losses)
    return params, losses
