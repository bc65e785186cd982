# x goes to [p:-p], which is empty for padding 0
def pad_1d(x, padding):
    T = x.shape[0]
    new = np.zeros(T + 2 * padding, dtype=x.dtype)
    new[padding:-padding] = x
    return new
