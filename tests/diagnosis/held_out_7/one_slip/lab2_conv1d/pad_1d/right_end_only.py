# all the zeros stand behind x
def pad_1d(x, padding):
    padded = np.zeros(len(x) + 2 * padding, dtype=x.dtype)
    for i in range(len(x)):
        padded[i] = x[i]
    return padded
