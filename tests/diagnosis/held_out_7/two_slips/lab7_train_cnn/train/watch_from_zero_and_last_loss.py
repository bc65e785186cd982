# watch counts from 0; the last smaller batch is left out
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    all_losses = []
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for first in range(0, len(X) - batch_size + 1, batch_size):
            chosen = order[first : first + batch_size]
            loss, grads = loss_and_gradients(params, X[chosen], labels[chosen])
            all_losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, all_losses)
    return params, all_losses
