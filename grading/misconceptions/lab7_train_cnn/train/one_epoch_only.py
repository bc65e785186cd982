"""Idea: One pass is enough.
Hint: epochs says how many. Where does `return` stand?
Family: counting
Fails: test_train_epochs, test_train_shuffle, test_train_watch
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        order = random.permutation(len(X))
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
        break
    return params, losses
