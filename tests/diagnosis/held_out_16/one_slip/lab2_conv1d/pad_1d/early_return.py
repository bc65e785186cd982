# without padding x itself is returned, not a copy
def pad_1d(x, padding):
    if padding == 0:
        return x
    y = np.zeros(x.size + 2 * padding, dtype=x.dtype)
    y[padding:-padding] = x
    return y
