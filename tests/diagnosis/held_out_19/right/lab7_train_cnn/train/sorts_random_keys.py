# the order by argsort of random numbers, a generator per (seed, epoch), batches by np.split
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    def batches(epoch):
        keys = np.random.default_rng([seed, epoch]).random(len(X))
        return np.split(np.argsort(keys), range(batch_size, len(X), batch_size))

    losses = []
    for epoch in range(1, epochs + 1):
        for take in batches(epoch):
            loss, grads = loss_and_gradients(params, X[take], labels[take])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
