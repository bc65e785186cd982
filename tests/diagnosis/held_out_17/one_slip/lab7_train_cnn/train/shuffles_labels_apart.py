# images and labels are shuffled with two separate permutations, so they no longer belong together
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    gen = np.random.default_rng(seed)
    losses = []
    for epoch in range(1, epochs + 1):
        Xs = gen.permutation(X)
        ys = gen.permutation(labels)
        for i in range(0, len(X), batch_size):
            loss, grads = loss_and_gradients(params, Xs[i:i + batch_size], ys[i:i + batch_size])
            losses.append(loss)
            params = step(params, grads)
        if watch:
            watch(epoch, params, losses)
    return params, losses
