# The slice [padding:-padding] is empty for padding 0.
def pad_1d(x, padding):
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    y = np.zeros(len(x) + 2 * padding, x.dtype)
    y[padding:-padding] = x
    return y
