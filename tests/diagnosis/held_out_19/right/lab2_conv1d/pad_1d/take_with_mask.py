# a gather with clipped indices and np.where for the outside
def pad_1d(x, padding):
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    out = np.zeros(len(x) + 2 * padding, dtype=x.dtype)
    np.put(out, np.arange(len(x)) + padding, x)
    return out
