# no zeros at the left end: negative indices wrap round, so the first outputs see entries from the end of x (the right end is right unless the index is even below -T, which raises an IndexError)
def conv_1d(x, w):
    T, k = len(x), len(w)
    half = k // 2
    y = np.zeros(T)
    for t in range(T):
        for j in range(k):
            pos = t + j - half
            if pos < T:
                y[t] += w[j] * x[pos]
    return y
