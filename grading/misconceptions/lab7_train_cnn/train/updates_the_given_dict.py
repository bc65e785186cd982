"""Idea: The weights that were given get the new numbers.
Hint: They are the caller's: what they were before the training is gone.
Family: memory
Fails: test_train_untouched
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        order = random.permutation(len(X))
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params.update(step(params, grads))
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
