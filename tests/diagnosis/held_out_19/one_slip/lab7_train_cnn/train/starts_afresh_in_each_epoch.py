# every step starts from the weights given at first, the new ones are not handed on
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random = np.random.default_rng(seed)
    losses = []
    new_params = params
    for epoch in range(epochs):
        idx = np.arange(len(X))
        random.shuffle(idx)
        for batch in np.array_split(idx, np.arange(batch_size, len(X), batch_size)):
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            new_params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch + 1, new_params, losses)
    return new_params, losses
