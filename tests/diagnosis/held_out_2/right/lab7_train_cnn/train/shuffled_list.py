# right
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    generator, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        order = np.arange(len(X))
        generator.shuffle(order)
        while len(order):
            now, order = order[:batch_size], order[batch_size:]
            loss, gradients = loss_and_gradients(params, X[now], labels[now])
            params = step(params, gradients)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
