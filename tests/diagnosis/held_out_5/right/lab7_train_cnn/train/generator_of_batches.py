# right
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    state = np.random.RandomState(seed)

    def batches():
        left = list(state.permutation(len(X)))
        while left:
            yield np.array([left.pop() for _ in range(min(batch_size, len(left)))])

    losses = []
    for epoch in range(epochs):
        for rows in batches():
            loss, grads = loss_and_gradients(params, X[rows], labels[rows])
            losses.append(float(loss))
            params = step(params, grads)
        if watch is not None:
            watch(epoch + 1, params, losses)
    return params, losses
