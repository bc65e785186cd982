# wrong: scales to 256, which wraps around to 0 in uint8
def to_image(A):
    A = A.astype(float)
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, dtype=np.uint8)
    scaled = (A - low) / (high - low)
    return (scaled * 256).astype(int).astype(np.uint8)
