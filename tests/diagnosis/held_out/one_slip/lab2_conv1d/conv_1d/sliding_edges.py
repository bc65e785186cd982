# wrong: the ends are repeated instead of zeros
def conv_1d(x, w):
    p = len(w) // 2
    wide = np.concatenate((np.full(p, x[0]), x, np.full(p, x[-1])))
    windows = np.lib.stride_tricks.sliding_window_view(wide, len(w))
    return np.einsum("tk,k->t", windows, w)
