# The last batch is dropped when it would be smaller than batch_size.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for k in range(len(X) // batch_size):
            chosen = order[k * batch_size : (k + 1) * batch_size]
            loss, grads = loss_and_gradients(params, X[chosen], labels[chosen])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
