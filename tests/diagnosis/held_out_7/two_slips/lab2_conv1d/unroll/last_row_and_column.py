# the loop leaves out the last row; one column too few is copied
def unroll(x, k):
    rows = np.zeros((len(x), k), dtype=x.dtype)
    for t in range(len(x) - 1):
        for j in range(k - 1):
            if t + j < len(x):
                rows[t, j] = x[t + j]
    return rows
