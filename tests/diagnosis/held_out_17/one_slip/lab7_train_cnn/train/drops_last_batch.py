# the number of batches is len(X) // batch_size, so a smaller last batch is never used
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.RandomState(seed)
    history = []
    n_batches = len(X) // batch_size
    if n_batches == 0:
        n_batches = 1
    for e in range(epochs):
        order = rng.permutation(len(X))
        for k in range(n_batches):
            batch = order[k * batch_size:(k + 1) * batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            history.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(e + 1, params, history)
    return params, history
