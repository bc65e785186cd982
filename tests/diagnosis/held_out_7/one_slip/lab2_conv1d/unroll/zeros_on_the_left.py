# the zeros stand before x instead of behind it
def unroll(x, k):
    none = np.zeros(k - 1, dtype=x.dtype)
    line = np.concatenate((none, x))
    return np.array([line[t : t + k] for t in range(len(x))])
