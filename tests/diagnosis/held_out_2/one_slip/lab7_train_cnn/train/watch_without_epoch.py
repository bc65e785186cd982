# wrong: watch is called without the number of the epoch
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng, losses = np.random.default_rng(seed), []
    for _ in range(epochs):
        idx = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            chosen = idx[i:i + batch_size]
            loss, grads = loss_and_gradients(params, X[chosen], labels[chosen])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(params, losses)
    return params, losses
