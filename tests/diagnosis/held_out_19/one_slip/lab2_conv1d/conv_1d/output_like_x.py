# the output has the dtype of x, so an int line under a float filter loses its decimals
def conv_1d(x, w):
    k = w.shape[0]
    xp = np.pad(x, k // 2)
    windows = np.lib.stride_tricks.sliding_window_view(xp, k)
    y = np.empty_like(x)
    y[...] = windows @ w
    return y
