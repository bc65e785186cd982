# watch is told 0 for the first epoch; and the losses are computed once more after each step, with the new weights.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for k in range(0, len(X), batch_size):
            idx = order[k:k + batch_size]
            _, grads = loss_and_gradients(params, X[idx], labels[idx])
            params = step(params, grads)
            loss, _ = loss_and_gradients(params, X[idx], labels[idx])
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
