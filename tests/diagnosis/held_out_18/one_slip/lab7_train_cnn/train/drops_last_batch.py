# the last smaller batch is left out: only len(X) // batch_size batches are made
import numpy as np
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    gen = np.random.default_rng(seed)
    losses = []
    n_batches = len(X) // batch_size
    for epoch in range(1, epochs + 1):
        order = gen.permutation(len(X))
        for k in range(n_batches):
            idx = order[k * batch_size:(k + 1) * batch_size]
            loss, grads = loss_and_gradients(params, X[idx], labels[idx])
            losses.append(loss)
            params = step(params, grads)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
