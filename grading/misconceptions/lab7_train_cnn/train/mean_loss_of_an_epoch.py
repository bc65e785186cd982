"""Idea: One number for each epoch is enough.
Hint: One for each batch, says the contract.
Family: form
Fails: test_train_losses
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    means = []
    for epoch in range(1, epochs + 1):
        order, losses = random.permutation(len(X)), []
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        means.append(np.mean(losses))
        if watch is not None:
            watch(epoch, params, means)
    return params, means
