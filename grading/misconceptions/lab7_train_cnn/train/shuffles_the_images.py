"""Idea: X and labels may be shuffled where they are.
Hint: They are the caller's. Shuffle the order.
Family: memory
Fails: test_train_untouched
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        order = np.arange(len(X))
        together = random.permutation(len(X))
        X[:], labels[:] = X[together], labels[together]
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
