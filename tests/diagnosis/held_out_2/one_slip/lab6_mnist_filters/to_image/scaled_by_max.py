# wrong: divides by the maximum, not by the range
def to_image(A):
    A = A.astype(float)
    if A.max() == A.min():
        return np.zeros(A.shape, dtype=np.uint8)
    return ((A - A.min()) / A.max() * 255).clip(0, 255).astype(np.uint8)
