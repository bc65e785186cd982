# right: takes a matrix product-free route, an index array of where each output entry comes from, then blanks the rest.
def pad_1d(x, padding):
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    come_from = np.arange(-padding, len(x) + padding)
    out = np.zeros(len(come_from), dtype=x.dtype)
    inside = (come_from >= 0) & (come_from < len(x))
    out[inside] = x[come_from[inside]]
    return out
