# default_rng(seed) stands inside the epoch loop, every epoch has the same order
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    losses = []
    for epoch in range(1, epochs + 1):
        rng = np.random.default_rng(seed)
        order = rng.permutation(len(X))
        for start in range(0, len(X), batch_size):
            batch = order[start:start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
