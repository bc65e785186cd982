# Images and labels are shuffled each by an order of its own.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(1, epochs + 1):
        images, answers = X[rng.permutation(len(X))], labels[rng.permutation(len(X))]
        for start in range(0, len(X), batch_size):
            stop = start + batch_size
            loss, grads = loss_and_gradients(params, images[start:stop], answers[start:stop])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
