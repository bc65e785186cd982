# wrong: the last, smaller batch is left out
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    num_train, loss_history = X.shape[0], []
    iterations_per_epoch = num_train // batch_size
    for epoch in range(epochs):
        mask = rng.permutation(num_train)
        for it in range(iterations_per_epoch):
            batch = mask[it * batch_size:(it + 1) * batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            loss_history.append(loss)
            params = step(params, grads)
        if watch:
            watch(epoch + 1, params, loss_history)
    return params, loss_history
