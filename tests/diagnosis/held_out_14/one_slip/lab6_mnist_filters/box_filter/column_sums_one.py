# ones are divided by k, so that each column sums to 1 instead of the whole filter
def box_filter(k):
    ones = np.ones((k, k))
    return ones / ones.sum(axis=0)
