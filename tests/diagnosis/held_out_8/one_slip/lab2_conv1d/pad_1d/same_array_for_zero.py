# For padding 0 x itself comes back.
def pad_1d(x, padding):
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    if padding == 0:
        return x
    z = np.zeros(padding, dtype=x.dtype)
    return np.concatenate((z, x, z))
