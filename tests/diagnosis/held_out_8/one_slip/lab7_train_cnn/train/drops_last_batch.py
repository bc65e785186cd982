# Leaves the last, smaller batch out.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    N = len(X)
    for epoch in range(1, epochs + 1):
        order = rng.permutation(N)
        for k in range(0, N - batch_size + 1, batch_size):
            idx = order[k:k + batch_size]
            loss, grads = loss_and_gradients(params, X[idx], labels[idx])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
