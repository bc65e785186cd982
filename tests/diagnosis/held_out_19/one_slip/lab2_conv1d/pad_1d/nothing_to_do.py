# with padding 0 the very same array x is returned, not a new one
def pad_1d(x, padding):
    if padding == 0:
        return x
    z = np.zeros(padding, x.dtype)
    return np.hstack((z, x, z))
