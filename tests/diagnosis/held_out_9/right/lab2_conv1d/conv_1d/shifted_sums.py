# right
# Adds shifted copies, tap by tap.
def conv_1d(x, w):
    T, c = len(x), len(w) // 2
    y = np.zeros(T, dtype=np.result_type(x, w))
    for k, weight in enumerate(w):
        s = k - c
        lo, hi = max(0, -s), min(T, T - s)
        if lo < hi:
            y[lo:hi] += weight * x[lo + s:hi + s]
    return y
