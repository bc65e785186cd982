# Each batch is drawn by chance from all images: some come twice in an epoch, some never.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    gen = np.random.RandomState(seed)
    history = []
    for ep in range(epochs):
        left = len(X)
        while left > 0:
            size = min(batch_size, left)
            ids = gen.randint(0, len(X), size)
            value, grads = loss_and_gradients(params, X[ids], labels[ids])
            history.append(value)
            params = step(params, grads)
            left -= size
        if watch:
            watch(ep + 1, params, history)
    return params, history
