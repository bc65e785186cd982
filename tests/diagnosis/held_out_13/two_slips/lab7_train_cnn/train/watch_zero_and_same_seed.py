# The generator is made anew in each epoch, so all epochs have one order, and watch is told 0 for the first epoch.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    losses = []
    for epoch in range(epochs):
        order = np.random.default_rng(seed).permutation(len(X))
        for start in range(0, len(X), batch_size):
            part = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[part], labels[part])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
