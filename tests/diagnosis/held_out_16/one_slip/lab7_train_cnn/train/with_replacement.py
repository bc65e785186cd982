# the order is drawn with replacement (rng.choice), so in an epoch some images are seen several times and others not at all
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    n = len(X)
    losses = []
    for epoch in range(epochs):
        order = rng.choice(n, size=n)
        start = 0
        while start < n:
            chosen = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[chosen], labels[chosen])
            losses.append(loss)
            params = step(params, grads)
            start += batch_size
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
