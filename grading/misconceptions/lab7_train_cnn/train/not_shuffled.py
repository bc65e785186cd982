"""Idea: The images are random enough as they are.
Hint: And if all zeros come first? Each epoch needs a new random order.
Family: batch
Fails: test_train_seed, test_train_shuffle
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    losses = []
    for epoch in range(1, epochs + 1):
        order = np.arange(len(X))
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
