# wrong: the zeros come from a list, which decides the dtype (float64 for padding 0 and for float32)
def pad_1d(x, padding):
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    side = [0] * padding
    return np.concatenate([side, x, side])
