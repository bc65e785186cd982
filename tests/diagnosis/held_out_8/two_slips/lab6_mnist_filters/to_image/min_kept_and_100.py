# Stretches to 100, and a constant map is divided by zero.
def to_image(A):
    A = np.asarray(A, dtype=float)
    B = A - A.min()
    peak = B.max()
    if peak is None:
        return np.zeros(A.shape, dtype=np.uint8)
    return np.rint(B / peak * 100).astype(np.uint8)
