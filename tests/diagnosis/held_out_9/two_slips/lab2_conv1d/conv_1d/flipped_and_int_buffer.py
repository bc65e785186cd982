# A true convolution (x[t - k]); and the buffer has the dtype of x.
def conv_1d(x, w):
    r = len(w) // 2
    y = np.zeros_like(x)
    for t in range(len(x)):
        for d in range(-r, r + 1):
            if 0 <= t - d < len(x):
                y[t] = y[t] + x[t - d] * w[d + r]
    return y
