# Builds the band matrix with the filter's first tap on the diagonal: anchored left, not centred.
def conv_1d(x, w):
    n = len(x)
    band = np.zeros((n, n))
    for off, val in enumerate(w):
        if off < n:
            band += np.diag(np.full(n - off, val), k=off)
    return band.dot(x)
