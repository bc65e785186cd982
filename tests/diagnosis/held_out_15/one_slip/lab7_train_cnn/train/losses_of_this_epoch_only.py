# The list of losses is begun anew in each epoch, so watch and the result hold the losses of the last epoch only.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    generator = np.random.default_rng(seed)
    n = X.shape[0]
    losses = []
    for epoch in range(epochs):
        order = generator.permutation(n)
        losses = []
        while len(order) > 0:
            batch, order = order[:batch_size], order[batch_size:]
            loss, gradients = loss_and_gradients(params, X[batch], labels[batch])
            losses.append(loss)
            params = step(params, gradients)
        if watch:
            watch(epoch + 1, params, losses)
    return params, losses
