# Nielsen's loop: batches are cut from lists of (x, y) pairs, so the loss gets lists instead of arrays of images and labels
import random


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random.seed(seed)
    training_data = list(zip(X, labels))
    n = len(training_data)
    losses = []
    for j in range(epochs):
        random.shuffle(training_data)
        mini_batches = [training_data[k:k + batch_size] for k in range(0, n, batch_size)]
        for mini_batch in mini_batches:
            xs, ys = zip(*mini_batch)
            loss, nabla = loss_and_gradients(params, list(xs), list(ys))
            losses.append(loss)
            params = step(params, nabla)
        if watch:
            watch(j + 1, params, losses)
    return params, losses
