"""Idea: Images and labels come in orders of their own.
Hint: Each image keeps its label: what is X[i], and what is its label?
Family: batch
Fails: test_train_labels
"""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random, losses = np.random.default_rng(seed), []
    for epoch in range(1, epochs + 1):
        order = random.permutation(len(X))
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[start : start + batch_size])
            params = step(params, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
