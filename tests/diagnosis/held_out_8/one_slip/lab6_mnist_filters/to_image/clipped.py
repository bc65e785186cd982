# Clips to [0, 1] instead of stretching.
def to_image(A):
    A = A.astype(float)
    if A.max() == A.min():
        return np.zeros(A.shape, dtype=np.uint8)
    unit = np.clip(A, 0, 1)
    return np.round(unit * 255).astype(np.uint8)
