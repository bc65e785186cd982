# watch is told epochs from 0; and a last smaller batch is dropped.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    n_batches = len(X) // batch_size
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for i in range(n_batches):
            idx = order[i * batch_size:(i + 1) * batch_size]
            loss, grads = loss_and_gradients(params, X[idx], labels[idx])
            losses.append(loss)
            params = step(params, grads)
        if watch:
            watch(epoch, params, losses)
    return params, losses
