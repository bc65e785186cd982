# The last, smaller batch is left out, and the watcher counts from 0.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    n_batches = len(X) // batch_size
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for k in range(n_batches):
            part = order[k * batch_size:(k + 1) * batch_size]
            loss, grads = loss_and_gradients(params, X[part], labels[part])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
