# wrong: the last, smaller batch is dropped; one loss an epoch instead of one a batch
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    generator = np.random.default_rng(seed)
    losses = []
    N = len(X)
    for epoch in range(epochs):
        order = np.arange(N)
        generator.shuffle(order)
        for first in range(0, N - batch_size + 1, batch_size):
            chosen = order[first:first + batch_size]
            loss, grads = loss_and_gradients(params, X[chosen], labels[chosen])
            params = step(params, grads)
        losses.append(loss)
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
