# right
def conv_1d_unrolled(x, w):
    out = np.zeros(len(x), dtype=np.result_type(x, w))
    for j in range(min(len(w), len(x))):
        out[:len(x) - j] += w[j] * x[j:]
    return out
