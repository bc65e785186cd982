# np.zeros without dtype: ints become floats.
def pad_1d(x, padding):
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    T = x.shape[0]
    padded = np.zeros(T + 2 * padding)
    for t in range(T):
        padded[padding + t] = x[t]
    return padded
