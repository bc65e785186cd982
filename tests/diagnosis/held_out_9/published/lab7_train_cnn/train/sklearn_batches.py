# The number of batches is len(X) // batch_size: what is left over is never seen.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    n_batches = X.shape[0] // batch_size
    loss_history = []
    for epoch in range(epochs):
        idx = np.arange(X.shape[0])
        rng.shuffle(idx)
        for mb in np.split(idx[:n_batches * batch_size], n_batches) if n_batches else []:
            loss, grads = loss_and_gradients(params, X[mb], labels[mb])
            loss_history.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch + 1, params, loss_history)
    return params, loss_history
