# images and labels are each shuffled by a permutation of their own
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng_ = np.random.default_rng(seed)
    losses, current = [], dict(params)
    for epoch in range(epochs):
        Xs = rng_.permutation(X)
        ys = rng_.permutation(labels)
        pos = 0
        while pos < len(Xs):
            loss, grads = loss_and_gradients(current, Xs[pos:pos + batch_size], ys[pos:pos + batch_size])
            losses.append(loss)
            current = step(current, grads)
            pos += batch_size
        if watch is not None:
            watch(epoch + 1, current, losses)
    return current, losses
