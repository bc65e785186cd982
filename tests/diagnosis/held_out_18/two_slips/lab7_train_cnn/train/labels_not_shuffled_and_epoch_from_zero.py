# the images are taken in the drawn order but the labels in their old one; and watch counts epochs from 0
import numpy as np
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng = np.random.default_rng(seed)
    losses = []
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        mixed = X[order]
        for i in range(0, len(X), batch_size):
            loss, grads = loss_and_gradients(params, mixed[i:i + batch_size], labels[i:i + batch_size])
            losses.append(loss)
            params = step(params, grads)
        if watch:
            watch(epoch, params, losses)
    return params, losses
