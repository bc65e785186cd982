# wrong: x stands at the front: all zeros on the right
def pad_1d(x, padding):
    result = np.zeros(len(x) + 2 * padding, dtype=x.dtype)
    for i in range(len(x)):
        result[i] = x[i]
    return result
