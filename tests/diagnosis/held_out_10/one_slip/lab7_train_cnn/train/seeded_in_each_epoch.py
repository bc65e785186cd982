# The generator is made anew in each epoch, so all epochs have one order.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    history = []
    for e in range(epochs):
        order = np.random.default_rng(seed).permutation(len(X))
        for k in range(0, len(order), batch_size):
            chosen = order[k:k + batch_size]
            loss, g = loss_and_gradients(params, X[chosen], labels[chosen])
            history.append(loss)
            params = step(params, g)
        if watch:
            watch(e + 1, params, history)
    return params, history
