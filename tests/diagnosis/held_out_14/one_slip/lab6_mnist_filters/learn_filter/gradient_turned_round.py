# the gradient is taken with convolve2d, which turns the error round, instead of a correlation
def learn_filter(X, A, steps, lr):
    n = A.shape[0] * A.shape[1]
    w = np.zeros((3, 3))
    for _ in range(steps):
        R = signal.correlate2d(np.asarray(X, float), w, mode='valid') - A
        w = w - float(lr) * (2 / n) * signal.convolve2d(X, R, mode='valid')
    return w
