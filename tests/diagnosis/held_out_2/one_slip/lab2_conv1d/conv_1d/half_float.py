# wrong: half is a float: (k - 1) / 2 as a size
def conv_1d(x, w):
    pad = (len(w) - 1) / 2
    xp = np.pad(x, pad)
    return np.array([np.dot(xp[t:t + len(w)], w) for t in range(len(x))])
