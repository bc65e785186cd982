# The order is drawn once before the first epoch, all epochs have the same batches.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    indices = list(np.random.default_rng(seed).permutation(len(X)))
    batches = [indices[i : i + batch_size] for i in range(0, len(X), batch_size)]
    history = []
    for epoch in range(1, epochs + 1):
        for batch in batches:
            loss, gradients = loss_and_gradients(params, X[batch], labels[batch])
            history.append(loss)
            params = step(params, gradients)
        if watch:
            watch(epoch, params, history)
    return params, history
