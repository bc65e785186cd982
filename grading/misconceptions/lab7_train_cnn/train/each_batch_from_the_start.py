"""Idea: The gradients belong to the weights that train was given.
Hint: Each step goes on from the last one.
Family: batch
Fails: test_train_steps, test_train_watch
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses, start_params = np.random.default_rng(seed), [], params
    for epoch in range(1, epochs + 1):
        order = random.permutation(len(X))
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(start_params, X[batch], labels[batch])
            params = step(start_params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
