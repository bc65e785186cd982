# no check of the left end: negative places read from the right end
def conv_1d(x, w):
    T, k = len(x), len(w)
    half = k // 2
    y = np.zeros(T, dtype=np.result_type(x, w))
    for t in range(T):
        for j in range(k):
            p = t + j - half
            if p < T:
                y[t] += x[p] * w[j]
    return y
