# Appends k zeros where k - 1 are needed, so there is an extra last row of zeros: T + 1 rows.
def unroll(x, k):
    longer = np.concatenate((x, np.zeros(k, dtype=x.dtype)))
    windows = np.lib.stride_tricks.sliding_window_view(longer, k)
    return windows.copy()
