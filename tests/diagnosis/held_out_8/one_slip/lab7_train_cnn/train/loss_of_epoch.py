# One loss for each epoch instead of one for each batch.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(epochs):
        p = rng.permutation(len(X))
        of_epoch = []
        for i in range(0, len(X), batch_size):
            b = p[i:i + batch_size]
            loss, grads = loss_and_gradients(params, X[b], labels[b])
            params = step(params, grads)
            of_epoch.append(loss)
        losses.append(np.mean(of_epoch))
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
