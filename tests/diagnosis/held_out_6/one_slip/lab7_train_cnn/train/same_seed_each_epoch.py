# wrong: a new generator with the same seed in each epoch, so the order is always the same
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    losses = []
    N = X.shape[0]
    for epoch in range(1, epochs + 1):
        rng = np.random.default_rng(seed)
        order = rng.permutation(N)
        for start in range(0, N, batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
