# One order for all epochs: drawn before the loop.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    order = rng.permutation(len(X))
    for epoch in range(epochs):
        for batch in np.array_split(order, range(batch_size, len(X), batch_size)):
            loss, gradients = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, gradients)
            losses += [loss]
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
