# right: the order comes from sorting random numbers, the batches from np.split, and step by step a generator hands them out
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    def batches(rng):
        order = np.argsort(rng.random(len(X)))
        for places in np.split(order, np.arange(batch_size, len(X), batch_size)):
            yield X[places], labels[places]

    rng, losses = np.random.default_rng([seed, 7]), []
    for epoch in range(1, epochs + 1):
        for images, answers in batches(rng):
            loss, grads = loss_and_gradients(params, images, answers)
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
