# watch gets epoch numbers from 0; and losses holds one number per epoch (the last batch's) instead of one per batch
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            j = order[i:i + batch_size]
            loss, grads = loss_and_gradients(params, X[j], labels[j])
            params = step(params, grads)
        losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
