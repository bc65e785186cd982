# the padding is taken for the total: padding // 2 zeros on the left and the rest on the right
def pad_1d(x, padding):
    before = padding // 2
    after = padding - before
    z = np.zeros_like(x, shape=before + len(x) + after)
    z[before : before + len(x)] = x
    return z
