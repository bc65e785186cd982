# two slips: all 2 * padding zeros stand in front, and the result is always int, so fractions are cut off
def pad_1d(x, padding):
    out = np.zeros(len(x) + 2 * padding, dtype=int)
    for i, value in enumerate(x):
        out[2 * padding + i] = value
    return out
