# padding is taken as the total: half of it on each side.
def pad_1d(x, padding):
    left = padding // 2
    out = np.zeros(len(x) + padding, dtype=x.dtype)
    out[left:left + len(x)] = x
    return out
