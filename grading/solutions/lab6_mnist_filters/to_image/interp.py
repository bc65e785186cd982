"""Linear interpolation by np.interp, rounded half up."""


def to_image(A):
    A = np.asarray(A, dtype=np.float64)
    low, high = float(A.min()), float(A.max())
    if not low < high:
        return np.zeros(A.shape, dtype=np.uint8)
    greys = np.interp(A.ravel(), [low, high], [0.0, 255.0])
    return np.floor(greys + 0.5).astype(np.uint8).reshape(A.shape)
