# watch is called after every batch instead of after every epoch
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(epochs):
        mixed = rng.permutation(len(X))
        for first in range(0, len(X), batch_size):
            chosen = mixed[first:first + batch_size]
            loss, gradients = loss_and_gradients(params, X[chosen], labels[chosen])
            losses.append(loss)
            params = step(params, gradients)
            if watch is not None:
                watch(epoch + 1, params, losses)
    return params, losses
