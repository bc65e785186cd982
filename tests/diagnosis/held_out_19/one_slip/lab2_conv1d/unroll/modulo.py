# past the right end it begins at the front again instead of zeros
def unroll(x, k):
    rows = np.arange(len(x)).reshape(-1, 1)
    cols = np.arange(k).reshape(1, -1)
    return x[(rows + cols) % len(x)]
