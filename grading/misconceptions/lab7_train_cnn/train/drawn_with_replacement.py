"""Idea: A batch is drawn at random.
Hint: Some images come twice then, and others never.
Family: batch
Fails: test_train_batches, test_train_epochs
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        for start in range(0, len(X), batch_size):
            batch = random.integers(len(X), size=min(batch_size, len(X) - start))
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
