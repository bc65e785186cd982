# the zeros are put on the left only, padding of them; and the result is always float64
def pad_1d(x, padding):
    out = np.zeros(len(x) + padding)
    out[padding:] = x
    return out
