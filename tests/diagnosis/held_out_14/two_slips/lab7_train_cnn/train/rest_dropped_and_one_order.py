# images that do not fill a whole batch are dropped; the order is drawn once before the first epoch
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    order = np.random.default_rng(seed).permutation(len(X))
    losses = []
    for epoch in range(epochs):
        for k in range(len(X) // batch_size):
            idx = order[k * batch_size:(k + 1) * batch_size]
            loss, grads = loss_and_gradients(params, X[idx], labels[idx])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
