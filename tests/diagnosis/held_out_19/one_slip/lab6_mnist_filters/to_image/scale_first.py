# multiplies by 255 / (max - min) and cuts off, rounding errors make 254 of the highest
def to_image(A):
    A = np.array(A, dtype=float)
    low, high = A.min(), A.max()
    if high == low:
        return np.zeros(A.shape, np.uint8)
    scale = 255 / (high - low)
    return ((A - low) * scale).astype(np.uint8)
