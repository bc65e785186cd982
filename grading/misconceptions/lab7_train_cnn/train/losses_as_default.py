"""Idea: The list of losses is made once.
Hint: Python makes a default, or a global, once. What is in it when train is called again?
Family: state
Fails: test_train_epochs, test_train_losses, test_train_watch
"""

the_losses = []


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), the_losses
    for epoch in range(1, epochs + 1):
        order = random.permutation(len(X))
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
