# the order is drawn once before the first epoch, so all epochs have the same batches
import numpy as np
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    order = np.random.default_rng(seed).permutation(X.shape[0])
    chunks = [order[i:i + batch_size] for i in range(0, len(order), batch_size)]
    losses = []
    for e in range(1, epochs + 1):
        for c in chunks:
            value, grads = loss_and_gradients(params, X[c], labels[c])
            losses += [value]
            params = step(params, grads)
        if watch:
            watch(e, params, losses)
    return params, losses
