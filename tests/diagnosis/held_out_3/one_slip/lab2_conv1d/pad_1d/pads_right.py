# wrong: zeros on the right only
def pad_1d(x, padding):
    out = np.zeros(len(x) + 2 * padding, x.dtype)
    for i in range(len(x)):
        out[i] = x[i]
    return out
