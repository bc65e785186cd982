# right
def pad_1d(x, padding):
    z = [0] * padding
    return np.hstack([np.array(z, dtype=x.dtype), x, np.array(z, dtype=x.dtype)])
