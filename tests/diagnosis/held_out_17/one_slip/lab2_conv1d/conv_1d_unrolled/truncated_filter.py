# where the filter is longer than x it keeps the last len(x) weights (w[-T:]) instead of the first ones
def conv_1d_unrolled(x, w):
    T = len(x)
    if len(w) > T:
        w = w[-T:]
    k = len(w)
    padded = np.append(x, np.zeros(k - 1))
    return np.lib.stride_tricks.sliding_window_view(padded, k) @ w
