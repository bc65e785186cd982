# watch is told the losses of the last epoch only, not all so far
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random = np.random.default_rng(seed)
    history = []
    for epoch in range(epochs):
        here = []
        order = random.permutation(len(labels))
        for start in range(0, len(order), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            here.append(loss)
            params = step(params, grads)
        history.extend(here)
        if watch is not None:
            watch(epoch + 1, params, here)
    return params, history
