# the guard asks for an index above 0 instead of at least 0, so x[0] never takes part
def conv_1d(x, w):
    h = len(w) // 2

    def one(t):
        return sum(w[d + h] * x[t + d] for d in range(-h, h + 1) if 0 < t + d < len(x))

    return np.array([one(t) for t in range(len(x))]) * 1.0
