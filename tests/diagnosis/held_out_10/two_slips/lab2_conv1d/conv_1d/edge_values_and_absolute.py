# Beyond the ends the edge values go on; and the filter is divided by its sum of absolute values.
def conv_1d(x, w):
    p = len(w) // 2
    xp = np.pad(x, p, mode="edge")
    w = w / np.abs(w).sum()
    return np.array([np.dot(xp[i:i + len(w)], w) for i in range(len(x))])
