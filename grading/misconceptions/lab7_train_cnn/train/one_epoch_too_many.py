"""Idea: Epochs go from 0 up to epochs.
Hint: How many numbers are there from 0 to 4?
Family: counting
Fails: test_train_epochs, test_train_watch
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(epochs + 1):
        order = random.permutation(len(X))
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
