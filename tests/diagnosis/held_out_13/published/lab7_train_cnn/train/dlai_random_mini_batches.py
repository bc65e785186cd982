# deeplearning.ai's random_mini_batches: the last minibatch takes the last batch_size images instead of the rest, so some are used twice.
import math


def random_mini_batches(X, Y, mini_batch_size, rng):
    m = X.shape[0]
    mini_batches = []
    permutation = list(rng.permutation(m))
    shuffled_X = X[permutation]
    shuffled_Y = Y[permutation]
    num_complete_minibatches = math.floor(m / mini_batch_size)
    for k in range(0, num_complete_minibatches):
        a, b = k * mini_batch_size, (k + 1) * mini_batch_size
        mini_batches.append((shuffled_X[a:b], shuffled_Y[a:b]))
    if m % mini_batch_size != 0:
        mini_batches.append((shuffled_X[-mini_batch_size:], shuffled_Y[-mini_batch_size:]))
    return mini_batches


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    costs = []
    for i in range(epochs):
        minibatches = random_mini_batches(X, labels, batch_size, rng)
        for minibatch_X, minibatch_Y in minibatches:
            cost, grads = loss_and_gradients(params, minibatch_X, minibatch_Y)
            params = step(params, grads)
            costs.append(cost)
        if watch is not None:
            watch(i + 1, params, costs)
    return params, costs
