# The images are never shuffled.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    losses = []
    n = X.shape[0]
    np.random.seed(seed)
    for epoch in range(1, epochs + 1):
        idx = np.arange(n)
        for first in range(0, n, batch_size):
            sel = idx[first:first + batch_size]
            loss, grads = loss_and_gradients(params, X[sel], labels[sel])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
