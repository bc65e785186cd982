# the gradient uses signal.convolve2d, which turns the error round
def learn_filter(X, A, steps, lr):
    img = X.astype(np.float64)
    w = np.zeros((3, 3))
    for _ in range(int(steps)):
        err = signal.correlate2d(img, w, mode="valid") - A
        dw = signal.convolve2d(img, err, mode="valid")
        w = w - float(lr) * 2 * dw / err.size
    return w
