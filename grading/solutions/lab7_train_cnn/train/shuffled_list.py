"""A list of places, shuffled in place and cut into batches."""


def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    import random

    generator, losses = random.Random(seed), []
    for epoch in range(epochs):
        places = list(range(len(X)))
        generator.shuffle(places)
        while places:
            batch, places = places[:batch_size], places[batch_size:]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            losses += [float(loss)]
            params = step(params, grads)
        if watch:
            watch(epoch + 1, params, losses)
    return params, losses
