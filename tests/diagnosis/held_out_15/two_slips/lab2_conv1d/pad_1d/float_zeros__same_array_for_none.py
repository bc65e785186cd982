# The zeros are float64, so integers and float32 come back as float64; and with padding 0 the very argument x is returned.
def pad_1d(x, padding):
    if padding == 0:
        return x
    z = np.zeros(padding)
    return np.concatenate([z, x, z])
