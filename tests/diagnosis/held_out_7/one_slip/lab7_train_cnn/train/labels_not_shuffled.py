# the images are shuffled, their labels are not
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    generator = np.random.default_rng(seed)
    losses = []
    for e in range(epochs):
        order = generator.permutation(len(X))
        X_mixed = X[order]
        y_mixed = labels
        for i in range(0, len(X), batch_size):
            loss, g = loss_and_gradients(params, X_mixed[i : i + batch_size], y_mixed[i : i + batch_size])
            params = step(params, g)
            losses.append(loss)
        if watch:
            watch(e + 1, params, losses)
    return params, losses
