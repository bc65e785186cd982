# wrong: continues x with its end values instead of zeros; flips the filter
def conv_1d(x, w):
    k = len(w)
    xp = np.pad(x, k // 2, mode="edge")
    kernel = w[::-1]
    return np.array([np.dot(xp[t : t + k], kernel) for t in range(len(x))])
