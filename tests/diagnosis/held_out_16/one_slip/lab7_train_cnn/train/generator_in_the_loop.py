# the random generator is made anew from the seed in each epoch, so all epochs have the same order
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    losses = []
    for e in range(epochs):
        idx = np.arange(len(X))
        np.random.default_rng(seed).shuffle(idx)
        while len(idx):
            now, idx = idx[:batch_size], idx[batch_size:]
            value, gradients = loss_and_gradients(params, X[now], labels[now])
            params = step(params, gradients)
            losses += [value]
        if watch:
            watch(e + 1, params, losses)
    return params, losses
