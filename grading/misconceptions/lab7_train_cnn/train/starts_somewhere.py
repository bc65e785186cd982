"""Idea: A new order each time: I begin at a random image and go on from there.
Hint: Do neighbours ever meet anybody else?
Family: batch
Fails: test_train_shuffle
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        order = np.roll(np.arange(len(X)), random.integers(len(X)))
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
