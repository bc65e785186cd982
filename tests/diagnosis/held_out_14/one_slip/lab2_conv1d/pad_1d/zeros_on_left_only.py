# the new length is T + padding instead of T + 2*padding: all zeros stand on the left and none on the right
def pad_1d(x, padding):
    length = len(x) + padding
    line = np.zeros(length, dtype=x.dtype)
    for i in range(len(x)):
        line[padding + i] = x[i]
    return line
