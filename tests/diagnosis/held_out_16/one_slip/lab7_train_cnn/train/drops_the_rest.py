# the last, smaller batch of an epoch is dropped (len(X) // batch_size batches)
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(1, epochs + 1):
        order = rng.permutation(len(X))
        for b in range(len(X) // batch_size):
            picked = order[b * batch_size : (b + 1) * batch_size]
            loss, grads = loss_and_gradients(params, X[picked], labels[picked])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
