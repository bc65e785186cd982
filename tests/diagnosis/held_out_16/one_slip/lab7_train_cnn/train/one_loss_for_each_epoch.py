# losses has one number for each epoch, the mean of its batches, instead of one for each batch
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    """Mini-batch training loop."""
    rng = np.random.default_rng(seed)
    num_samples = X.shape[0]
    losses = []

    for epoch in range(1, epochs + 1):
        indices = rng.permutation(num_samples)
        epoch_loss = 0.0
        num_batches = 0

        for start in range(0, num_samples, batch_size):
            batch = indices[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            params = step(params, grads)
            epoch_loss += loss
            num_batches += 1

        losses.append(epoch_loss / num_batches)
        if watch is not None:
            watch(epoch, params, losses)

    return params, losses
