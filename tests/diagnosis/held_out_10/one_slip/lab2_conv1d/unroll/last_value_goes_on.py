# Past the right end stands the last entry again, for the indices are clipped.
def unroll(x, k):
    rows = np.arange(len(x))[:, None] + np.arange(k)
    return x[np.clip(rows, 0, len(x) - 1)]
