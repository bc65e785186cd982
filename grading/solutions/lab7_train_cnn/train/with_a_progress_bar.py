"""A progress bar around each epoch, losses in an array."""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    order = np.arange(len(X))
    for epoch in range(1, epochs + 1):
        random.shuffle(order)
        starts = tqdm(
            range(0, len(X), batch_size), desc=f"epoch {epoch}", file=sys.stdout, leave=False
        )
        for start in starts:
            batch = order[start : min(start + batch_size, len(X))].copy()
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            losses.append(np.float64(loss))
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
