# the generator is made anew from the seed inside the epoch loop, so every epoch has the same order
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    losses = []
    for e in range(epochs):
        rng = np.random.default_rng(seed)
        idx = np.arange(len(X))
        rng.shuffle(idx)
        start = 0
        while start < len(X):
            b = idx[start:start + batch_size]
            loss, g = loss_and_gradients(params, X[b], labels[b])
            losses.append(loss)
            params = step(params, g)
            start += batch_size
        if watch is not None:
            watch(e + 1, params, losses)
    return params, losses
