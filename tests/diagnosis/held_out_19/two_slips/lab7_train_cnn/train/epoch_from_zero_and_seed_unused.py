# watch is given 0 for the first epoch; the seed is fixed at 0
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    r = np.random.default_rng(0)
    losses = []
    for epoch in range(epochs):
        p = r.permutation(len(labels))
        X_mixed, y_mixed = X[p], labels[p]
        for k in range(int(np.ceil(len(labels) / batch_size))):
            s = slice(k * batch_size, (k + 1) * batch_size)
            loss, gradients = loss_and_gradients(params, X_mixed[s], y_mixed[s])
            losses += [loss]
            params = step(params, gradients)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
