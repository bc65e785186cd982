# all k - 1 zeros stand at the left, so the window ends at t instead of being centred on it
def conv_1d(x, w):
    k = w.shape[0]
    z = np.concatenate((np.zeros(k - 1), x))
    windows = np.lib.stride_tricks.sliding_window_view(z, k)
    return np.einsum("tk,k->t", windows, w)
