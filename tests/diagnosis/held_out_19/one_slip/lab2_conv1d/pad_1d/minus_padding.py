# out[padding:-padding] is empty for padding 0, the copy fails
def pad_1d(x, padding):
    T = x.shape[0]
    out = np.zeros(T + 2 * padding, dtype=x.dtype)
    out[padding:-padding] = x
    return out
