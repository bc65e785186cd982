# The images are taken in the shuffled order and the labels in the old one, so images get the labels of others.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(1, epochs + 1):
        shuffled = X[rng.permutation(len(X))]
        for start in range(0, len(X), batch_size):
            stop = start + batch_size
            loss, grads = loss_and_gradients(params, shuffled[start:stop], labels[start:stop])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
