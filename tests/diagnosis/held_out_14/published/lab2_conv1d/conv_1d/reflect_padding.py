# the signal is mirrored at both ends, as in the SciPy cookbook's smoothing recipe, instead of being surrounded by zeros
def conv_1d(x, w):
    half = len(w) // 2
    s = np.pad(x, half, mode='symmetric')
    return np.array([np.sum(s[i:i + len(w)] * w) for i in range(len(x))])
