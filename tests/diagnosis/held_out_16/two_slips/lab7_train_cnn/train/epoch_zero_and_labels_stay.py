# two slips: watch is told 0 for the first epoch, and the labels are not put in the images' new order
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(epochs):
        Xs = X[rng.permutation(len(X))]
        for i in range(0, len(X), batch_size):
            loss, grads = loss_and_gradients(params, Xs[i : i + batch_size], labels[i : i + batch_size])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
