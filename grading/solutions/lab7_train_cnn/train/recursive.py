"""One epoch is a generator of losses; seeds of epochs are drawn first."""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    seeds = np.random.SeedSequence(seed).spawn(epochs)

    def go(epoch, params, losses):
        if epoch > epochs:
            return params, losses
        order = np.argsort(np.random.default_rng(seeds[epoch - 1]).random(len(X)))
        for k in range(int(np.ceil(len(X) / batch_size))):
            chosen = order[k * batch_size : (k + 1) * batch_size]
            loss, grads = loss_and_gradients(params, np.take(X, chosen, axis=0), labels[chosen])
            params, losses = step(params, grads), [*losses, loss]
        if watch is not None:
            watch(epoch, params, losses)
        return go(epoch + 1, params, losses)

    return go(1, params, [])
