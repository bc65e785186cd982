# the windows are centred on t instead of starting there
def conv_1d_unrolled(x, w):
    k, T = len(w), len(x)
    y = np.zeros(T, dtype=np.result_type(x, w))
    for t in range(T):
        for j in range(k):
            at = t + j - k // 2
            if 0 <= at < T:
                y[t] += w[j] * x[at]
    return y
