# Nielsen's SGD: random.shuffle of a list of (x, y) pairs, but the last short mini-batch is dropped by range(0, n - batch_size + 1, batch_size)
import random


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    training_data = list(zip(X, labels))
    n = len(training_data)
    random.seed(seed)
    losses = []
    for j in range(epochs):
        random.shuffle(training_data)
        mini_batches = [training_data[k:k + batch_size] for k in range(0, n - batch_size + 1, batch_size)]
        for mini_batch in mini_batches:
            x = np.array([p[0] for p in mini_batch])
            y = np.array([p[1] for p in mini_batch])
            loss, grads = loss_and_gradients(params, x, y)
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(j + 1, params, losses)
    return params, losses
