# the labels are taken from the slice start : start + batch_size of the original order while the images are shuffled
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    generator = np.random.default_rng(seed)
    history = []
    epoch = 0
    while epoch < epochs:
        epoch += 1
        order = generator.permutation(len(X))
        for a in range(0, len(order), batch_size):
            z = a + batch_size
            loss, grads = loss_and_gradients(params, X[order[a:z]], labels[a:z])
            history.append(loss)
            params = step(params, grads)
        if watch:
            watch(epoch, params, history)
    return params, history
