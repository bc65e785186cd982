# the result is kept in the dtype of x; the loop over the filter stops one early
def conv_1d(x, w):
    half = len(w) // 2
    out = np.zeros(len(x), dtype=x.dtype)
    for i in range(len(x)):
        acc = 0
        for j in range(len(w) - 1):
            src = i + j - half
            if 0 <= src < len(x):
                acc += w[j] * x[src]
        out[i] = acc
    return out
