# len(X) // batch_size batches, the images left over are never used
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    generator = np.random.default_rng(seed)
    n_batches = len(X) // batch_size
    history = []
    for e in range(epochs):
        perm = generator.permutation(len(X))
        for i in range(n_batches):
            chosen = perm[i * batch_size:(i + 1) * batch_size]
            value, g = loss_and_gradients(params, X[chosen], labels[chosen])
            history.append(value)
            params = step(params, g)
        if watch:
            watch(e + 1, params, history)
    return params, history
