# wrong: the guard skips position 0 of the input (j > 0, not >= 0)
def conv_1d(x, w):
    T, K = len(x), len(w)
    out = np.zeros(T, dtype=np.result_type(x, w))
    for t in range(T):
        for k in range(K):
            j = t + k - K // 2
            if j > 0 and j < T:
                out[t] += x[j] * w[k]
    return out
