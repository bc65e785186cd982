# Coursera's random_mini_batches with its seed inside the epoch loop, but never raised: every epoch has the same batches in the same order
def random_mini_batches(X, Y, mini_batch_size, seed):
    np.random.seed(seed)
    m = X.shape[0]
    mini_batches = []
    permutation = list(np.random.permutation(m))
    shuffled_X, shuffled_Y = X[permutation], Y[permutation]
    for k in range(m // mini_batch_size):
        mini_batches.append((shuffled_X[k * mini_batch_size:(k + 1) * mini_batch_size],
                             shuffled_Y[k * mini_batch_size:(k + 1) * mini_batch_size]))
    if m % mini_batch_size != 0:
        start = mini_batch_size * (m // mini_batch_size)
        mini_batches.append((shuffled_X[start:], shuffled_Y[start:]))
    return mini_batches


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    costs = []
    for i in range(epochs):
        for minibatch_X, minibatch_Y in random_mini_batches(X, labels, batch_size, seed):
            cost, grads = loss_and_gradients(params, minibatch_X, minibatch_Y)
            costs.append(cost)
            params = step(params, grads)
        if watch:
            watch(i + 1, params, costs)
    return params, costs
