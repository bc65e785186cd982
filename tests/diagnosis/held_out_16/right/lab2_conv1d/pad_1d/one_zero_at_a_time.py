# right: recursion puts one zero on each side at a time
def pad_1d(x, padding):
    if padding == 0:
        return x.copy()
    zero = np.zeros(1, dtype=x.dtype)
    return np.concatenate([zero, pad_1d(x, padding - 1), zero])
