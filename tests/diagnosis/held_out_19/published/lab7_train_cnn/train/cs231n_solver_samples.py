# as CS231n's Solver: each batch is drawn by random choice, so images repeat or are left out in an epoch
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng_ = np.random.default_rng(seed)
    num_train = X.shape[0]
    iterations_per_epoch = max(-(-num_train // batch_size), 1)
    loss_history = []
    for epoch in range(epochs):
        for it in range(iterations_per_epoch):
            size = min(batch_size, num_train - it * batch_size)
            batch_mask = rng_.choice(num_train, size)
            X_batch, y_batch = X[batch_mask], labels[batch_mask]
            loss, grads = loss_and_gradients(params, X_batch, y_batch)
            loss_history.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch + 1, params, loss_history)
    return params, loss_history
