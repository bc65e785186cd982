# right
# np.r_ with zeros of the dtype
def pad_1d(x, padding):
    if x.ndim != 1 or padding < 0:
        raise ValueError(f"expected x (T,) and padding >= 0, got {x.shape} and {padding}")
    frame = np.zeros(padding, dtype=x.dtype)
    return np.r_[frame, x, frame]
