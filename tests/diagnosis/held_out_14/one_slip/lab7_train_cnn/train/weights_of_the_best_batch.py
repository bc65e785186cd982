# the weights returned are those before the step of the batch with the lowest loss, not those after the last step
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses, best = [], params
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for k in range(0, len(X), batch_size):
            batch = order[k:k + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            if not losses or loss < min(losses):
                best = params
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch + 1, params, losses)
    return best, losses
