# the zeros are float64 so the dtype is not kept; with padding 0 x itself is returned
def pad_1d(x, padding):
    if padding == 0:
        return x
    z = np.zeros(padding)
    return np.hstack((z, x, z))
