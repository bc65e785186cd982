# swaps x and w where the filter is longer than the line, so the answer has the length of w
def conv_1d(x, w):
    if len(w) > len(x):
        x, w = w, x
    h = len(w) // 2
    T = len(x)
    y = np.zeros(T)
    for k in range(len(w)):
        s = k - h
        lo, hi = max(0, -s), min(T, T - s)
        if lo < hi:
            y[lo:hi] += w[k] * x[lo + s:hi + s]
    return y
