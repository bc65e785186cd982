# wrong: only the first product
def conv_1d_unrolled(x, w):
    k = len(w)
    rows = unroll(x, k)
    out = np.zeros(len(x))
    for t in range(len(x)):
        out[t] = rows[t][0] * w[0]
    return out
