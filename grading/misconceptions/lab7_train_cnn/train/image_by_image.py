"""Idea: A step is made for each image.
Hint: batch_size says how many images make a step.
Family: form
Fails: test_train_batches, test_train_epochs, test_train_watch
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        for image in random.permutation(len(X)):
            loss, grads = loss_and_gradients(
                params, X[image : image + 1], labels[image : image + 1]
            )
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
