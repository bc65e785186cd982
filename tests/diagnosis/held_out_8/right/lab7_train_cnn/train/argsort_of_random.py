# right
# the order from argsort of random numbers
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    random = np.random.RandomState(seed)
    said = []
    for number in range(epochs):
        queue = list(np.argsort(random.rand(len(labels))))
        while queue:
            now, queue = queue[:batch_size], queue[batch_size:]
            loss, slopes = loss_and_gradients(params, X[now], labels[now])
            said.append(loss)
            params = step(params, slopes)
        if watch is not None:
            watch(number + 1, params, said)
    return params, said
