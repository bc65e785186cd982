# One number for each epoch, the mean over its batches, instead of one for each batch.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(1, epochs + 1):
        order = rng.permutation(len(X))
        epoch_losses = []
        for batch in np.split(order, range(batch_size, len(X), batch_size)):
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            epoch_losses.append(loss)
        losses.append(float(np.mean(epoch_losses)))
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
