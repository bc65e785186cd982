# only the right end is guarded: to the left of x the index is negative and Python reads from the end of x (or raises IndexError where a filter is much longer than the line)
def conv_1d(x, w):
    T, k = len(x), len(w)
    out = []
    for t in range(T):
        acc = 0
        for j in range(k):
            i = t + j - k // 2
            if i < T:
                acc += w[j] * x[i]
        out.append(acc)
    return np.array(out)
