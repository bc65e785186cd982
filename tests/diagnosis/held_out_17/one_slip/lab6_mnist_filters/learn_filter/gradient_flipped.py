# the gradient is built with scipy's convolve2d instead of correlate2d: the error map is turned by 180 degrees
def learn_filter(X, A, steps, lr):
    from scipy.signal import convolve2d
    X = X.astype(float)
    w = np.zeros((3, 3))
    for _ in range(steps):
        err = activation_map(X, w) - A
        grad = 2 / err.size * convolve2d(X, err, mode='valid')
        w = w - lr * grad
    return w
