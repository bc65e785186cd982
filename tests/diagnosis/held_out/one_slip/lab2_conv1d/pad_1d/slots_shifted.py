# wrong: shifted by one
def pad_1d(x, padding):
    result = np.zeros(len(x) + 2 * padding, dtype=x.dtype)
    for i in range(len(x)):
        result[(padding + i + 1) % len(result)] = x[i]
    return result
