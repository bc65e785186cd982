# wrong: the filter is flipped; the result is an integer buffer like x
def conv_1d_unrolled(x, w):
    k = len(w)
    rows = unroll(x, k)
    out = np.zeros_like(x)
    for t in range(len(x)):
        out[t] = sum(rows[t] * w[::-1])
    return out
