"""Idea: The batches are shuffled, that is enough.
Hint: Then the same images are always together.
Family: batch
Fails: test_train_batches, test_train_shuffle
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        order = np.arange(len(X))
        for start in random.permutation(range(0, len(X), batch_size)):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
