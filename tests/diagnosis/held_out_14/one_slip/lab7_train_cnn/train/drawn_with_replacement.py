# each batch is drawn with rng.choice from all images with replacement, so in an epoch some images come twice and others not at all
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(1, epochs + 1):
        for start in range(0, len(X), batch_size):
            some = rng.choice(len(X), min(batch_size, len(X) - start))
            loss, grads = loss_and_gradients(params, X[some], labels[some])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
