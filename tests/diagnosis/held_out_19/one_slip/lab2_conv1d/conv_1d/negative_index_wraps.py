# only the right end is guarded; at the left x[-1] wraps around to the last entry instead of a zero
def conv_1d(x, w):
    T, k = len(x), len(w)
    half = k // 2
    y = np.zeros(T)
    for t in range(T):
        s = 0.0
        for j in range(k):
            pos = t + j - half
            if pos < T and pos >= -T:
                s += w[j] * x[pos]
        y[t] = s
    return y
