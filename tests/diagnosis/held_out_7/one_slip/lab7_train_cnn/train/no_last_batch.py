# the last, smaller batch is left out
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    n = len(X)
    for epoch in range(1, epochs + 1):
        perm = rng.permutation(n)
        for b in range(n // batch_size):
            pick = perm[b * batch_size : (b + 1) * batch_size]
            loss, grads = loss_and_gradients(params, X[pick], labels[pick])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
