# right
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    import random

    dice = random.Random(seed)
    losses = []
    for epoch in range(1, epochs + 1):
        order = list(range(len(X)))
        dice.shuffle(order)
        while order:
            batch, order = order[:batch_size], order[batch_size:]
            loss, slopes = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, slopes)
            losses.append(loss)
        if watch is not None:
            watch(epoch, params, losses)
    return params, losses
