# The filter is reversed before it is laid on (true convolution), and the result has the dtype of x, so with whole numbers in x decimals are cut off.
def conv_1d(x, w):
    k = len(w)
    padded = np.pad(x, k // 2)
    y = np.zeros_like(x)
    for t in range(len(x)):
        y[t] = (padded[t:t + k] * w[::-1]).sum()
    return y
