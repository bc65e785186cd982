# X and labels themselves are shuffled in place (by two generators of the same seed), so the caller's arrays are reordered
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    one, two = np.random.default_rng(seed), np.random.default_rng(seed)
    losses = []
    for e in range(epochs):
        one.shuffle(X)
        two.shuffle(labels)
        for i in range(0, len(X), batch_size):
            loss, grads = loss_and_gradients(params, X[i:i + batch_size].copy(), labels[i:i + batch_size].copy())
            losses.append(loss)
            params = step(params, grads)
        if watch:
            watch(e + 1, params, losses)
    return params, losses
