# the loss that is noted is measured after the step (loss_and_gradients is called a second time with the new weights)
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    gen = np.random.default_rng(seed)
    losses = []
    for epoch in range(1, epochs + 1):
        perm = gen.permutation(len(X))
        for part in np.split(perm, range(batch_size, len(X), batch_size)):
            _, grads = loss_and_gradients(params, X[part], labels[part])
            params = step(params, grads)
            after, _ = loss_and_gradients(params, X[part], labels[part])
            losses.append(after)
        if watch:
            watch(epoch, params, losses)
    return params, losses
