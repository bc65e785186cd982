# stops before all steps are done when the loss is below 1e-2
def learn_filter(X, A, steps, lr):
    def loss_and_grad(w):
        R = activation_map(X, w) - A
        return np.mean(R ** 2), 2 * activation_map(X, R) / R.size

    w = np.zeros((3, 3))
    for _ in range(steps):
        loss, grad = loss_and_grad(w)
        if loss < 1e-2:
            break
        w = w - lr * grad
    return w
