# wrong: divided by k, not by k squared
def box_filter(k):
    w = np.zeros((k, k))
    w[:] = 1.0 / k
    return w
