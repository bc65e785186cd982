# right
# argsort of random numbers, batches from a generator
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random = np.random.RandomState(seed)
    losses = []

    def batches():
        order = np.argsort(random.random_sample(len(X)))
        while len(order):
            yield order[:batch_size]
            order = order[batch_size:]

    for epoch in range(1, 1 + epochs):
        for batch in batches():
            loss, slopes = loss_and_gradients(params, X.take(batch, axis=0), labels.take(batch))
            losses.append(loss)
            params = step(params, slopes)
        if callable(watch):
            watch(epoch, params, losses)
    return params, losses
