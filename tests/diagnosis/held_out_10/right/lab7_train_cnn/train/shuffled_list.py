# right
# A list of numbers shuffled on for each epoch, cut by a helper.
def _batches(order, size):
    for k in range(0, len(order), size):
        yield order[k:k + size]


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    order, losses = list(range(len(X))), []
    for epoch in range(epochs):
        rng.shuffle(order)
        for some in _batches(order, batch_size):
            loss, grads = loss_and_gradients(params, X[some], labels[some])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
