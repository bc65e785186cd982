# Keeps the weights of the moment in another name and tells watch `params`, the weights from before the training.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random = np.random.default_rng(seed)
    weights = params
    losses = []
    for epoch in range(1, epochs + 1):
        order = random.permutation(len(labels))
        for start in range(0, len(labels), batch_size):
            some = order[start:start + batch_size]
            loss, grads = loss_and_gradients(weights, X[some], labels[some])
            losses.append(loss)
            weights = step(weights, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return weights, losses
