# right
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    from random import Random

    deck, dealer, losses = list(range(len(X))), Random(seed), []
    for epoch in range(epochs):
        dealer.shuffle(deck)
        rest = deck
        while rest:
            hand, rest = rest[:batch_size], rest[batch_size:]
            loss, gradients = loss_and_gradients(params, X[hand], labels[hand])
            losses += [loss]
            params = step(params, gradients)
        watch and watch(epoch + 1, params, losses)
    return params, losses
