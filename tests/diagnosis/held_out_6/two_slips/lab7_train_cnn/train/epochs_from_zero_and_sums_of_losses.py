# wrong: watch counts the epochs from 0; one loss for each epoch instead of each batch
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.RandomState(seed)
    indices = np.arange(len(X))
    history = []
    for epoch in range(epochs):
        rng.shuffle(indices)
        total = 0.0
        for i in range(0, len(X), batch_size):
            idx = indices[i : i + batch_size]
            loss, grads = loss_and_gradients(params, X[idx], labels[idx])
            total += loss
            params = step(params, grads)
        history.append(total)
        if watch:
            watch(epoch, params, history)
    return params, history
