# negative numbers are cut off at 0 first, black is zero and not the lowest number
def to_image(A):
    B = np.maximum(A, 0) * 1.0
    rng_ = B.max() - B.min()
    if rng_ == 0:
        return np.zeros(A.shape, dtype=np.uint8)
    out = (B - B.min()) / rng_
    return (out * 255).astype(np.uint8)
