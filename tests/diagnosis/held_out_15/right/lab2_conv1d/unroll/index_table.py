# Right: a table of the places t + j, clipped to the last one, and np.where to blank what lies beyond.
def unroll(x, k):
    places = np.add.outer(np.arange(len(x)), np.arange(k))
    inside = places < len(x)
    return np.where(inside, x[np.minimum(places, len(x) - 1)], x.dtype.type(0))
