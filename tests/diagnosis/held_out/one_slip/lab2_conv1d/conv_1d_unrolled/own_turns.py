# wrong: the filter is flipped
def conv_1d_unrolled(x, w):
    k = len(w)
    rows = unroll(x, k)
    out = np.zeros(len(x))
    for t in range(len(x)):
        out[t] = sum(rows[t] * w[::-1])
    return out
