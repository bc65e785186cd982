"""Idea: Every other epoch goes backwards: that is another order.
Hint: Which images meet in a batch, forwards and backwards?
Family: batch
Fails: test_train_seed, test_train_shuffle
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    losses = []
    for epoch in range(1, epochs + 1):
        order = np.arange(len(X))[:: 1 if epoch % 2 else -1]
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
