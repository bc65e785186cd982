# wrong: the order is drawn once, before the epochs
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    idx = rng.permutation(len(X))
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(X), batch_size):
            chosen = idx[i:i + batch_size]
            loss, grads = loss_and_gradients(params, X[chosen], labels[chosen])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
