# draws the order by sorting random numbers, and splits it with np.array_split at given places
import numpy as np
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    source = np.random.RandomState(seed)
    history = []
    for epoch in range(epochs):
        order = np.argsort(source.uniform(size=len(X)))
        for batch in np.split(order, range(batch_size, len(X), batch_size)):
            loss, slopes = loss_and_gradients(params, X[batch], labels[batch])
            history.append(loss)
            params = step(params, slopes)
        if watch is not None:
            watch(epoch + 1, params, list(history))
    return params, history
