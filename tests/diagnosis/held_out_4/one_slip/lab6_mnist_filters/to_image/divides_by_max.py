# wrong: divided by the maximum, not by the range, after the minimum is taken off
def to_image(A):
    shifted = A - A.min()
    if shifted.max() == 0:
        return np.zeros(A.shape, np.uint8)
    return np.clip(255 * shifted / np.abs(A).max(), 0, 255).astype(np.uint8)
