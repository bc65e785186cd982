# Nielsen's SGD: random.shuffle of (x, y) pairs by the global random module, so the seed is ignored and the order differs from call to call
import random
import numpy as np
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    training_data = list(zip(X, labels))
    n = len(training_data)
    losses = []
    for j in range(epochs):
        random.shuffle(training_data)
        mini_batches = [training_data[k:k + batch_size] for k in range(0, n, batch_size)]
        for mini_batch in mini_batches:
            xs = np.array([x for x, y in mini_batch])
            ys = np.array([y for x, y in mini_batch])
            loss, nabla = loss_and_gradients(params, xs, ys)
            losses.append(loss)
            params = step(params, nabla)
        if watch:
            watch(j + 1, params, losses)
    return params, losses
