# Repeats the first and the last entry instead of putting zeros.
def pad_1d(x, padding):
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    left = np.repeat(x[:1], padding)
    right = np.repeat(x[-1:], padding)
    return np.concatenate([left, x, right])
