"""Idea: An epoch may leave some images out.
Hint: Each image is used once in each epoch. And with a batch larger than all there is?
Family: batch
Fails: test_train_batches
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        order = random.permutation(len(X))
        for start in range(0, len(X) - batch_size + 1, batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
