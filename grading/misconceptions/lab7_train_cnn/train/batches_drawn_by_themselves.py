"""Idea: Each batch is drawn by itself.
Hint: Some images come twice then, and others never. How large is the last batch?
Family: batch
Fails: test_train_batches, test_train_epochs
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        for _ in range(0, len(X), batch_size):
            batch = random.choice(len(X), batch_size)
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
