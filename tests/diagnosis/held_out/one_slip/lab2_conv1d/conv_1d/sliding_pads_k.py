# wrong: too much padding: len(w) - 1 on each side, the result is too long
def conv_1d(x, w):
    p = len(w) - 1
    wide = np.concatenate((np.zeros(p), x, np.zeros(p)))
    windows = np.lib.stride_tricks.sliding_window_view(wide, len(w))
    return np.einsum("tk,k->t", windows, w)
