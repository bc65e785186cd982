# right
# A queue of numbers, popped.
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.RandomState(seed)
    losses = []
    for epoch in range(epochs):
        queue = list(rng.permutation(len(X)))
        while queue:
            part, queue = queue[:batch_size], queue[batch_size:]
            loss, grads = loss_and_gradients(params, X[part], labels[part])
            losses.append(loss)
            params = step(params, grads)
        if watch:
            watch(epoch + 1, params, losses)
    return params, losses
