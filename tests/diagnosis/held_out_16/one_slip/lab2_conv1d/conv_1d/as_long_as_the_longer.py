# the result is as long as the longer of x and w, so where the filter is longer than x there are too many outputs
def conv_1d(x, w):
    p = (len(w) - 1) // 2
    n = max(len(x), len(w))
    line = np.zeros(n + 2 * p)
    line[p : p + len(x)] = x
    return np.array([line[t : t + len(w)].dot(w) for t in range(n)])
