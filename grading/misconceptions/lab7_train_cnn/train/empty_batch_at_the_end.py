"""Idea: There are len(X) // batch_size full batches, and one with what is left.
Hint: And if nothing is left?
Family: batch
Fails: test_train_batches, test_train_epochs, test_train_watch
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        order = random.permutation(len(X))
        for start in [batch_size * number for number in range(len(X) // batch_size + 1)]:
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
