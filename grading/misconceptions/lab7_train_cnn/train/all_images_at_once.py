"""Idea: A step is made for all images of an epoch at once.
Hint: batch_size says how many images make a step.
Family: form
Fails: test_train_batches, test_train_losses, test_train_shuffle, test_train_steps
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        order = random.permutation(len(X))
        loss, grads = loss_and_gradients(params, X[order], labels[order])
        params = step(params, grads)
        losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
