# All zeros stand on the right; and the result is always float.
def pad_1d(x, padding):
    res = np.zeros(len(x) + 2 * padding)
    res[:len(x)] = x
    return res
