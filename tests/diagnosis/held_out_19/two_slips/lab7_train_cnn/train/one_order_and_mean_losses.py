# the order is drawn once for all epochs; losses has one mean for each epoch
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    order = rng.permutation(X.shape[0])
    losses = []
    for epoch in range(1, epochs + 1):
        epoch_losses = []
        for lo in range(0, X.shape[0], batch_size):
            take = order[lo:lo + batch_size]
            loss, grads = loss_and_gradients(params, X[take], labels[take])
            params = step(params, grads)
            epoch_losses.append(loss)
        losses.append(np.mean(epoch_losses))
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
