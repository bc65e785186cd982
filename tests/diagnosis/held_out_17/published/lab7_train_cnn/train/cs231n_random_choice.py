# cs231n's linear classifier loop: each batch is drawn by np.random.choice with replacement, so some images are used twice and others not at all in an epoch
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rs = np.random.RandomState(seed)
    num_train = len(X)
    iterations_per_epoch = -(-num_train // batch_size)
    loss_history = []
    for epoch in range(1, epochs + 1):
        for it in range(iterations_per_epoch):
            size = min(batch_size, num_train - it * batch_size)
            batch_idx = rs.choice(num_train, size, replace=True)
            loss, grads = loss_and_gradients(params, X[batch_idx], labels[batch_idx])
            loss_history.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, loss_history)
    return params, loss_history
