# wrong: the buffer is 2 * len(x) + padding long
def pad_1d(x, padding):
    out = np.zeros(2 * padding * len(x), dtype=x.dtype)
    out[padding : padding + len(x)] = x
    return out
