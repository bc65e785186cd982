# wrong: a last batch that is smaller is left out
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    batches = len(X) // batch_size
    for epoch in range(1, epochs + 1):
        perm = rng.permutation(len(X))
        for b in range(batches):
            rows = perm[b * batch_size : (b + 1) * batch_size]
            loss, grads = loss_and_gradients(params, X[rows], labels[rows])
            losses.append(loss)
            params = step(params, grads)
        if watch:
            watch(epoch, params, losses)
    return params, losses
