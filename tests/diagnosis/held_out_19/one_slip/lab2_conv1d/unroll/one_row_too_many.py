# k zeros instead of k - 1, so there is one row too many, of zeros
def unroll(x, k):
    padded = np.concatenate([x, np.zeros(k, dtype=x.dtype)])
    return np.lib.stride_tricks.sliding_window_view(padded, k).copy()
