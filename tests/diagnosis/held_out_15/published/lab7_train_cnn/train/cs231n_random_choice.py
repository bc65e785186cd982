# Draws every batch by itself with np.random.choice, as cs231n does, so in an epoch some images come several times and others never, and the last batch is as large as the others.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.RandomState(seed)
    num_train = X.shape[0]
    iterations_per_epoch = max(-(-num_train // batch_size), 1)
    loss_history = []
    for it in range(epochs * iterations_per_epoch):
        batch_mask = rng.choice(num_train, min(batch_size, num_train))
        X_batch = X[batch_mask]
        y_batch = labels[batch_mask]
        loss, grads = loss_and_gradients(params, X_batch, y_batch)
        loss_history.append(loss)
        params = step(params, grads)
        if (it + 1) % iterations_per_epoch == 0 and watch is not None:
            watch((it + 1) // iterations_per_epoch, params, loss_history)
    return params, loss_history
