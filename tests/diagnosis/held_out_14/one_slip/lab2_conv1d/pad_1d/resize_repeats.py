# np.resize fills the new length with repetitions of x and only the left end is set to zero, so the right end holds numbers of x
def pad_1d(x, padding):
    out = np.resize(x, len(x) + 2 * padding)
    out[padding:padding + len(x)] = x
    out[:padding] = 0
    return out
