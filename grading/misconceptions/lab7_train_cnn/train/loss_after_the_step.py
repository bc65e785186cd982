"""Idea: The loss of a batch is what is left after its step.
Hint: The losses are those before the steps.
Family: rule
Fails: test_train_epochs, test_train_losses
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        order = random.permutation(len(X))
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            _, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            losses.append(loss_and_gradients(params, X[batch], labels[batch])[0])
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
