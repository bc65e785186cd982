"""One zero at the end, and every index past the right end points at it."""


def unroll(x, k):
    places = np.add.outer(np.arange(x.size), np.arange(k))
    return np.append(x, x.dtype.type(0))[np.minimum(places, x.size)]
