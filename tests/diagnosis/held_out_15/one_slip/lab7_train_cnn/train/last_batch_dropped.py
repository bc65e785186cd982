# Counts len(X) // batch_size batches, so images that do not fill a whole batch are left out in each epoch.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for b in range(len(X) // batch_size):
            idx = order[b * batch_size:(b + 1) * batch_size]
            loss, grads = loss_and_gradients(params, X[idx], labels[idx])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
