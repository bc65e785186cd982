# All zeros are put on the left.
def pad_1d(x, padding):
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    out = np.zeros(x.size + 2 * padding, dtype=x.dtype)
    first = 2 * padding
    out[first:first + x.size] = x
    return out
