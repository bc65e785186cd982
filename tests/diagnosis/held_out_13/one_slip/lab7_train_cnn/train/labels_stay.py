# Only the images are shuffled, the labels keep their old order.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    generator = np.random.default_rng(seed)
    losses, N = [], len(X)
    for epoch in range(epochs):
        shuffled = X[generator.permutation(N)]
        start = 0
        while start < N:
            stop = start + batch_size
            loss, grads = loss_and_gradients(params, shuffled[start:stop], labels[start:stop])
            losses.append(loss)
            params = step(params, grads)
            start = stop
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
