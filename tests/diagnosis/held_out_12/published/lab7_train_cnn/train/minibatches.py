# deeplearning.ai random_mini_batches helper, in which the shuffle is seeded anew in each epoch with the same seed.
def random_mini_batches(X, Y, mini_batch_size, seed):
    rng = np.random.default_rng(seed)
    m = X.shape[0]
    permutation = list(rng.permutation(m))
    shuffled_X, shuffled_Y = X[permutation], Y[permutation]
    mini_batches = []
    num_complete = m // mini_batch_size
    for k in range(num_complete):
        sl = slice(k * mini_batch_size, (k + 1) * mini_batch_size)
        mini_batches.append((shuffled_X[sl], shuffled_Y[sl]))
    if m % mini_batch_size != 0:
        mini_batches.append((shuffled_X[num_complete * mini_batch_size :], shuffled_Y[num_complete * mini_batch_size :]))
    return mini_batches


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    costs = []
    for i in range(epochs):
        for minibatch_X, minibatch_Y in random_mini_batches(X, labels, batch_size, seed):
            cost, grads = loss_and_gradients(params, minibatch_X, minibatch_Y)
            costs.append(cost)
            params = step(params, grads)
        if watch is not None:
            watch(i + 1, params, costs)
    return params, costs
