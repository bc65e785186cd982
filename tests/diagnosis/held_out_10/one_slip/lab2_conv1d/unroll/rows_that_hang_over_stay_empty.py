# Rows whose window hangs over the end are left at zero as a whole.
def unroll(x, k):
    m = np.zeros((len(x), k), dtype=x.dtype)
    for t in range(len(x) - k + 1):
        m[t] = x[t:t + k]
    return m
