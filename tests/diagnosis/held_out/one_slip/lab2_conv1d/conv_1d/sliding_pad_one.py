# wrong: always padded by one
def conv_1d(x, w):
    p = 1
    wide = np.concatenate((np.zeros(p), x, np.zeros(p)))
    windows = np.lib.stride_tricks.sliding_window_view(wide, len(w))
    return np.einsum("tk,k->t", windows, w)
