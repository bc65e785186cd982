# The images are shuffled, their labels are not.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    generator = np.random.default_rng(seed)
    history = []
    for e in range(epochs):
        perm = generator.permutation(X.shape[0])
        Xs = X[perm]
        ys = labels
        start = 0
        while start < len(Xs):
            stop = start + batch_size
            loss, g = loss_and_gradients(params, Xs[start:stop], ys[start:stop])
            params = step(params, g)
            history.append(loss)
            start = stop
        if watch:
            watch(e + 1, params, history)
    return params, history
