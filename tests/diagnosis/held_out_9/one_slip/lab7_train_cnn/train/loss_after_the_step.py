# The loss is computed again after the step, and that is what is noted.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(1, epochs + 1):
        order = rng.permutation(len(X))
        for start in range(0, len(X), batch_size):
            pick = order[start:start + batch_size]
            _, grads = loss_and_gradients(params, X[pick], labels[pick])
            params = step(params, grads)
            loss, _ = loss_and_gradients(params, X[pick], labels[pick])
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
