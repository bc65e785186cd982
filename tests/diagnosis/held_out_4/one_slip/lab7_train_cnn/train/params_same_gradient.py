# wrong: the gradients are taken at the first parameters for ever
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.RandomState(seed)
    losses = []
    current = params
    for e in range(1, epochs + 1):
        idx = rng.permutation(len(X))
        for s in range(0, len(X), batch_size):
            b = idx[s : s + batch_size]
            loss, g = loss_and_gradients(params, X[b], labels[b])
            current = step(current, g)
            losses.append(loss)
        if watch:
            watch(e, current, losses)
    return current, losses
