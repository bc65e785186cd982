# each row is np.roll(x, -t)[:k]: past the right end the beginning of x comes round instead of zeros (and k > T gives too few columns)
def unroll(x, k):
    return np.array([np.roll(x, -t)[:k] for t in range(len(x))])
