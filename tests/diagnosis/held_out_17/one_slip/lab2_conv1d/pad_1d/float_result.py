# the zeros come from np.zeros without a dtype, so int64 and float32 lines come back as float64
def pad_1d(x, padding):
    z = np.zeros(padding)
    return np.concatenate((z, x, z))
