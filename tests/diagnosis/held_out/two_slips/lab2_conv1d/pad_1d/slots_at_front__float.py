# wrong: x stands at the front: all zeros on the right; the result is float whatever x is
def pad_1d(x, padding):
    result = np.zeros(len(x) + 2 * padding, dtype=float)
    for i in range(len(x)):
        result[i] = x[i]
    return result
