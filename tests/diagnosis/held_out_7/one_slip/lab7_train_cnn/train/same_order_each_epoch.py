# the generator is made anew in each epoch: always the same order
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    losses = []
    for epoch in range(epochs):
        rng = np.random.default_rng(seed)
        idx = np.arange(len(labels))
        rng.shuffle(idx)
        start = 0
        while start < len(idx):
            batch = idx[start : start + batch_size]
            start += batch_size
            loss, gradients = loss_and_gradients(params, X[batch], labels[batch])
            losses.append(loss)
            params = step(params, gradients)
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
