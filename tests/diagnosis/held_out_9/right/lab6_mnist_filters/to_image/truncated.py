# right
# Truncated, with the constant map first.
def to_image(A):
    B = np.asarray(A, dtype=float)
    if np.ptp(B) == 0:
        return np.zeros(B.shape, dtype=np.uint8)
    unit = (B - B.min()) / np.ptp(B)
    return np.uint8(unit * 255)
