# Writes into out[padding:-padding], which is empty where padding is 0.
def pad_1d(x, padding):
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    out = np.zeros(len(x) + 2 * padding, dtype=x.dtype)
    middle = out[padding:-padding]
    if middle.size:
        middle[...] = x
    return out
