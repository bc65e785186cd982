# wrong: the images are never shuffled; watch is called after each batch
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    history = []
    n = len(X)
    for epoch in range(epochs):
        start = 0
        while start < n:
            stop = min(start + batch_size, n)
            loss, grads = loss_and_gradients(params, X[start:stop], labels[start:stop])
            history.append(loss)
            params = step(params, grads)
            start = stop
            if watch is not None:
                watch(epoch + 1, params, history)
    return params, history
