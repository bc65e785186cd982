# wrong: the window begins at t, not centred: anchored at the left
def conv_1d(x, w):
    n, k = len(x), len(w)
    big = np.append(x, np.zeros(k - 1, dtype=x.dtype))
    return np.array([np.vdot(big[t:t + k], w) for t in range(n)])
