"""Idea: Batches keep their images; what is shuffled is the batches, or the images in each.
Hint: Which images meet in a batch? Each epoch needs a new order of all the images.
Family: batch
Fails: test_train_shuffle
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    order = random.permutation(len(X))
    batches = [order[start : start + batch_size] for start in range(0, len(X), batch_size)]
    for epoch in range(1, epochs + 1):
        # The last, smaller batch stays the last.
        for number in [*random.permutation(len(batches) - 1), len(batches) - 1]:
            batch = batches[number]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
