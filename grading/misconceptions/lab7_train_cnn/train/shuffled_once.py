"""Idea: One shuffle before the first epoch.
Hint: In each epoch a new one: the same images should not always be together.
Family: batch
Fails: test_train_shuffle
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    order = random.permutation(len(X))
    for epoch in range(1, epochs + 1):
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
