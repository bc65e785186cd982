# right
# np.where on a table of places
def unroll(x, k):
    places = np.arange(len(x))[:, None] + np.arange(k)[None, :]
    return np.where(places < len(x), x[np.minimum(places, len(x) - 1)], 0)
