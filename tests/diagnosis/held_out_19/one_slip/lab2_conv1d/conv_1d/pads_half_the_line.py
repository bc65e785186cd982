# pads with half the length of x instead of half the length of w
def conv_1d(x, w):
    p = len(x) // 2
    padded = np.pad(x, (p, p))
    return np.array([float(np.sum(padded[t:t + len(w)] * w)) for t in range(len(x))])
