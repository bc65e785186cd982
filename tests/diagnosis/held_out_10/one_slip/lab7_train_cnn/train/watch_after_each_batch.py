# watch is called after each batch, not after each epoch.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(epochs):
        shuffled = rng.permutation(len(X))
        pieces = [shuffled[i:i + batch_size] for i in range(0, len(X), batch_size)]
        for piece in pieces:
            loss, grads = loss_and_gradients(params, X[piece], labels[piece])
            losses.append(loss)
            params = step(params, grads)
            if watch is not None:
                watch(epoch + 1, params, losses)
    return params, losses
