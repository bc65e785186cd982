# wrong: pads len(w) - 1 on the left, none on the right: the windows look back
def conv_1d(x, w):
    k = w.size
    ext = np.hstack([np.zeros(k - 1), x])
    return np.array([ext[t : t + k].dot(w) for t in range(x.size)])
